package org.contactroi.kpi;

import java.util.Arrays;
import java.util.Objects;

/**
 * Totals of one family: a commutative group under {@link #plus} with {@link #zero}. Immutable;
 * exact; an overflow is an {@link ArithmeticException}.
 */
public final class Totals {

  private final Family family;
  private final long[] scalars;
  private final Distribution[] distributions;

  private Totals(Family family, long[] scalars, Distribution[] distributions) {
    this.family = family;
    this.scalars = scalars;
    this.distributions = distributions;
  }

  /** Nothing. */
  public static Totals zero(Family family) {
    return builder(family).build();
  }

  public static Builder builder(Family family) {
    return new Builder(family);
  }

  public Family family() {
    return family;
  }

  /** Value of a scalar measure of this family. */
  public long get(Measure measure) {
    return scalars[position(measure, family)];
  }

  /** Distribution of a measure of this family. */
  public Distribution distribution(Measure measure) {
    return distributions[position(measure, family) - scalars.length];
  }

  public Totals plus(Totals other) {
    requireSameFamily(other);
    long[] sums = new long[scalars.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.addExact(scalars[i], other.scalars[i]);
    }
    Distribution[] merged = new Distribution[distributions.length];
    for (int i = 0; i < merged.length; i++) {
      merged[i] = distributions[i].plus(other.distributions[i]);
    }
    return new Totals(family, sums, merged);
  }

  public Totals minus(Totals other) {
    return plus(other.negated());
  }

  public Totals negated() {
    long[] negated = new long[scalars.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = Math.negateExact(scalars[i]);
    }
    Distribution[] inverse = new Distribution[distributions.length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = distributions[i].negated();
    }
    return new Totals(family, negated, inverse);
  }

  public boolean isZero() {
    for (long scalar : scalars) {
      if (scalar != 0) {
        return false;
      }
    }
    for (Distribution distribution : distributions) {
      if (!distribution.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void requireSameFamily(Totals other) {
    if (family != other.family) {
      throw new IllegalArgumentException(
          "totals of %s and %s do not add".formatted(family.id(), other.family.id()));
    }
  }

  private static int position(Measure measure, Family family) {
    int position = measure.ordinal();
    if (family.measures().get(position) != measure) {
      throw new IllegalArgumentException(
          "%s is no measure of %s".formatted(measure.fieldName(), family.id()));
    }
    return position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Totals that
        && family == that.family
        && Arrays.equals(scalars, that.scalars)
        && Arrays.equals(distributions, that.distributions);
  }

  @Override
  public int hashCode() {
    return Objects.hash(family, Arrays.hashCode(scalars), Arrays.hashCode(distributions));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(family.id()).append('{');
    for (Measure measure : family.measures()) {
      text.append(measure.fieldName()).append('=');
      text.append(
          measure.shape() == Measure.Shape.SCALAR
              ? String.valueOf(get(measure))
              : distribution(measure).toString());
      text.append(' ');
    }
    return text.append('}').toString();
  }

  /** Collects totals; not reusable after {@link #build}. */
  public static final class Builder {

    private final Family family;
    private final long[] scalars;
    private final Distribution[] distributions;

    private Builder(Family family) {
      this.family = family;
      this.scalars = new long[family.scalars()];
      this.distributions = new Distribution[family.distributions()];
      Arrays.fill(distributions, Distribution.EMPTY);
    }

    /** Adds to a scalar measure. */
    public Builder add(Measure measure, long amount) {
      int position = position(measure, family);
      scalars[position] = Math.addExact(scalars[position], amount);
      return this;
    }

    /** Adds 1 to a scalar measure if the condition holds. */
    public Builder count(Measure measure, boolean condition) {
      return condition ? add(measure, 1) : this;
    }

    /** Adds to a distribution. */
    public Builder add(Measure measure, Distribution amount) {
      int position = position(measure, family) - scalars.length;
      distributions[position] = distributions[position].plus(amount);
      return this;
    }

    public Totals build() {
      return new Totals(family, scalars, distributions);
    }
  }
}
