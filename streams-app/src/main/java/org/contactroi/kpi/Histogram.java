package org.contactroi.kpi;

/**
 * The normative histogram. A value v &lt; 64 has bucket v; otherwise with s = floor(log2 v) - 6 its
 * bucket is [(v &gt;&gt; s) &lt;&lt; s, + 2^s), represented by its midpoint: an error of at most
 * 0.8 %.
 */
public final class Histogram {

  private static final int EXACT_BELOW = 64;
  private static final int PRECISION_BITS = 6;

  private Histogram() {}

  /**
   * Lower bound of the bucket of a value.
   *
   * @throws IllegalArgumentException if the value is negative
   */
  public static long bucket(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a histogram holds no negative value, got " + value);
    }
    int shift = shift(value);
    return (value >> shift) << shift;
  }

  /** The value that stands for a bucket: its midpoint. */
  public static long midpoint(long bucket) {
    return bucket + (1L << shift(bucket)) / 2;
  }

  /**
   * The p-th percentile: midpoint of the bucket of the ceil(n p)-th smallest value.
   *
   * @param percent p in (0, 100]
   * @return numerator the midpoint, denominator 1; 0/0 when there is no value
   */
  public static Ratio percentile(Distribution values, int percent) {
    long n = values.total();
    if (n == 0) {
      return Ratio.UNDEFINED;
    }
    long rank = -Math.floorDiv(-Math.multiplyExact(n, (long) percent), 100L);
    long seen = 0;
    for (int i = 0; i < values.size(); i++) {
      seen += values.count(i);
      if (seen >= rank) {
        return new Ratio(midpoint(values.key(i)), 1);
      }
    }
    throw new IllegalStateException("counts below 0 in " + values);
  }

  private static int shift(long value) {
    return value < EXACT_BELOW
        ? 0
        : Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - PRECISION_BITS;
  }
}
