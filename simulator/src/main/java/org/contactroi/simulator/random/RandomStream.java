package org.contactroi.simulator.random;

/** A stream of random numbers (SplitMix64). Not thread-safe. */
public final class RandomStream {

  private static final double UNIT = 0x1.0p-53;
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  RandomStream(long state) {
    this.state = state;
  }

  /** Returns 64 random bits. */
  public long bits() {
    state += STEP;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Returns a number in [0, 1). */
  public double unit() {
    return (bits() >>> 11) * UNIT;
  }

  /** Returns true with a probability; always at 1 and above, never at 0 and below. */
  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** Returns a whole number in [0, bound), bound at least 1. */
  public long below(long bound) {
    return (long) (unit() * bound);
  }

  /** Returns an exponentially distributed number of mean 1. */
  public double exponential() {
    return -StrictMath.log(1 - unit());
  }

  /** Returns a normally distributed number of mean 0 and deviation 1 (Box and Muller). */
  public double normal() {
    double radius = StrictMath.sqrt(2 * exponential());
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }
}
