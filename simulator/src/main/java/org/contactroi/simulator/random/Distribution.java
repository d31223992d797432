package org.contactroi.simulator.random;

/** How a quantity is distributed; none is below 0. Its unit is that of its parameters. */
public sealed interface Distribution {

  /** Draws a number. */
  double draw(RandomStream random);

  /** Draws a number rounded to a whole one, half up. */
  default long drawWhole(RandomStream random) {
    return (long) (draw(random) + 0.5);
  }

  /** Returns the distribution that is always the same number. */
  static Distribution constant(double value) {
    return new Constant(requireAtLeastZero("value", value));
  }

  /** Returns the distribution in which all numbers between two are as likely. */
  static Distribution uniform(double from, double to) {
    requireAtLeastZero("from", from);
    if (!(to >= from)) {
      throw new IllegalArgumentException("to " + to + " is below from " + from);
    }
    return new Uniform(from, to);
  }

  /** Returns the exponential distribution: what happens has no memory of how long it has lasted. */
  static Distribution exponential(double mean) {
    return new Exponential(requireAtLeastZero("mean", mean));
  }

  /**
   * Returns the lognormal distribution: how long people talk.
   *
   * @param median half of the numbers are below
   * @param spread standard deviation of the logarithm
   */
  static Distribution lognormal(double median, double spread) {
    return new Lognormal(
        requireAtLeastZero("median", median), requireAtLeastZero("spread", spread));
  }

  private static double requireAtLeastZero(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " " + value + " is not a number of at least 0");
    }
    return value;
  }

  /** Always the same; draws nothing. */
  record Constant(double value) implements Distribution {

    @Override
    public double draw(RandomStream random) {
      return value;
    }
  }

  /** Every number of [from, to) as likely as the others. */
  record Uniform(double from, double to) implements Distribution {

    @Override
    public double draw(RandomStream random) {
      return from + random.unit() * (to - from);
    }
  }

  /** The time to something that may happen at any moment. */
  record Exponential(double mean) implements Distribution {

    @Override
    public double draw(RandomStream random) {
      return mean * random.exponential();
    }
  }

  /** The exponential of a normal number. */
  record Lognormal(double median, double spread) implements Distribution {

    @Override
    public double draw(RandomStream random) {
      return median * StrictMath.exp(spread * random.normal());
    }
  }
}
