package org.contactroi.kpi;

import java.util.Arrays;

/**
 * Counts by an ascending key: a histogram, or counts by day. Zero counts are not stored, so equal
 * distributions have equal content. Counts may be negative in a difference.
 */
public final class Distribution {

  public static final Distribution EMPTY = new Distribution(new long[0], new long[0]);

  private final long[] keys;
  private final long[] counts;

  private Distribution(long[] keys, long[] counts) {
    this.keys = keys;
    this.counts = counts;
  }

  /** {@code count} at one key. */
  public static Distribution of(long key, long count) {
    return count == 0 ? EMPTY : new Distribution(new long[] {key}, new long[] {count});
  }

  /** One value, in its bucket of the normative histogram. */
  public static Distribution ofSample(long value) {
    return of(Histogram.bucket(value), 1);
  }

  /**
   * From parallel arrays.
   *
   * @throws IllegalArgumentException if keys do not ascend or a count is 0
   */
  public static Distribution of(long[] keys, long[] counts) {
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] == 0 || (i > 0 && keys[i - 1] >= keys[i])) {
        throw new IllegalArgumentException(
            "keys must ascend and counts differ from 0, got key %d with count %d"
                .formatted(keys[i], counts[i]));
      }
    }
    return keys.length == 0 ? EMPTY : new Distribution(keys.clone(), counts.clone());
  }

  /** Number of keys with a count. */
  public int size() {
    return keys.length;
  }

  public boolean isEmpty() {
    return keys.length == 0;
  }

  /** The i-th smallest key. */
  public long key(int i) {
    return keys[i];
  }

  /** Count at the i-th smallest key. */
  public long count(int i) {
    return counts[i];
  }

  /** Sum of all counts. */
  public long total() {
    long sum = 0;
    for (long count : counts) {
      sum = Math.addExact(sum, count);
    }
    return sum;
  }

  /** Sum of the counts whose key is less than {@code bound}. */
  public long totalBelow(long bound) {
    long sum = 0;
    for (int i = 0; i < keys.length && keys[i] < bound; i++) {
      sum = Math.addExact(sum, counts[i]);
    }
    return sum;
  }

  public Distribution plus(Distribution other) {
    if (other.isEmpty()) {
      return this;
    }
    return isEmpty() ? other : merged(other);
  }

  public Distribution negated() {
    if (isEmpty()) {
      return this;
    }
    long[] negated = new long[counts.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = Math.negateExact(counts[i]);
    }
    return new Distribution(keys, negated);
  }

  private Distribution merged(Distribution other) {
    long[] mergedKeys = new long[keys.length + other.keys.length];
    long[] mergedCounts = new long[mergedKeys.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length || j < other.keys.length) {
      boolean left = j == other.keys.length || (i < keys.length && keys[i] <= other.keys[j]);
      boolean right = i == keys.length || (j < other.keys.length && other.keys[j] <= keys[i]);
      mergedKeys[n] = left ? keys[i] : other.keys[j];
      long count = Math.addExact(left ? counts[i] : 0, right ? other.counts[j] : 0);
      i += left ? 1 : 0;
      j += right ? 1 : 0;
      mergedCounts[n] = count;
      n += count == 0 ? 0 : 1;
    }
    if (n == 0) {
      return EMPTY;
    }
    return n == mergedKeys.length
        ? new Distribution(mergedKeys, mergedCounts)
        : new Distribution(Arrays.copyOf(mergedKeys, n), Arrays.copyOf(mergedCounts, n));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that
        && Arrays.equals(keys, that.keys)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < keys.length; i++) {
      text.append(i == 0 ? "" : ", ").append(keys[i]).append('=').append(counts[i]);
    }
    return text.append('}').toString();
  }
}
