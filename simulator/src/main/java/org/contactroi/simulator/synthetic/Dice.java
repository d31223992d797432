package org.contactroi.simulator.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws from distributions, the same numbers on every machine. Built on the 64-bit outputs of
 * {@link SplittableRandom} and on {@link StrictMath} only.
 */
final class Dice {

  private static final double UNIT = 0x1.0p-53;

  private final SplittableRandom random;

  Dice(long seed) {
    this(new SplittableRandom(seed));
  }

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** Returns dice of their own, so that what one part draws does not move another. */
  Dice split() {
    return new Dice(random.split());
  }

  /** Returns a number in [0, 1). */
  double unit() {
    return (random.nextLong() >>> 11) * UNIT;
  }

  /** Returns true with a probability in [0, 1]. */
  boolean chance(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not in [0, 1]");
    }
    return unit() < probability;
  }

  /** Returns a whole number in [0, bound). */
  long below(long bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound " + bound + " is below 1");
    }
    return (long) (unit() * bound);
  }

  /** Returns a whole number in [low, high]. */
  long between(long low, long high) {
    return low + below(high - low + 1);
  }

  /** Returns an exponentially distributed number of this mean, rounded down. */
  long exponential(double mean) {
    requireAboveZero("mean", mean);
    return (long) (-StrictMath.log(1 - unit()) * mean);
  }

  /**
   * Returns a lognormally distributed number, rounded down (Box and Muller's method).
   *
   * @param median half of the numbers are below
   * @param sigma standard deviation of the logarithm
   */
  long lognormal(double median, double sigma) {
    requireAboveZero("median", median);
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
    double normal = radius * StrictMath.cos(2 * StrictMath.PI * unit());
    return (long) (median * StrictMath.exp(sigma * normal));
  }

  /** Returns one of the values, each as likely as the others. */
  <T> T pick(List<T> values) {
    return values.get((int) below(values.size()));
  }

  private static void requireAboveZero(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0");
    }
  }
}
