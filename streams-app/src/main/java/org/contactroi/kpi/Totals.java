package org.contactroi.kpi;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Totals of one family: a commutative group under {@link #plus} with {@link #zero}. Immutable;
 * exact; an overflow is an {@link ArithmeticException}.
 */
public final class Totals {

  private final Family family;
  private final long[] scalars;
  private final Distribution[] distributions;
  private final Breakdown[] breakdowns;

  private Totals(
      Family family, long[] scalars, Distribution[] distributions, Breakdown[] breakdowns) {
    this.family = family;
    this.scalars = scalars;
    this.distributions = distributions;
    this.breakdowns = breakdowns;
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

  /** Breakdown of a measure of this family. */
  public Breakdown breakdown(Measure measure) {
    return breakdowns[position(measure, family) - scalars.length - distributions.length];
  }

  /** The days its episodes are open until; empty if the family waits for none. */
  public Distribution openUntil() {
    Measure days = family.openUntil();
    return days == null ? Distribution.EMPTY : distribution(days);
  }

  /** The sum of some scalars. */
  public long sum(Measure... measures) {
    long sum = 0;
    for (Measure measure : measures) {
      sum = Math.addExact(sum, get(measure));
    }
    return sum;
  }

  /** A ratio over the sum of some scalars. */
  public Ratio ratio(long numerator, Measure... denominators) {
    return new Ratio(numerator, sum(denominators));
  }

  public Totals plus(Totals other) {
    Builder sum =
        new Builder(family, scalars.clone(), distributions.clone(), breakdowns.clone())
            .addAllButBreakdowns(other);
    for (int i = 0; i < breakdowns.length; i++) {
      sum.breakdowns[i] = breakdowns[i].plus(other.breakdowns[i]);
    }
    return sum.build();
  }

  public Totals minus(Totals other) {
    return plus(other.negated());
  }

  public Totals negated() {
    long[] negated = new long[scalars.length];
    for (int i = 0; i < negated.length; i++) {
      negated[i] = Math.negateExact(scalars[i]);
    }
    Distribution[] distributed = distributions.clone();
    for (int i = 0; i < distributed.length; i++) {
      distributed[i] = distributed[i].negated();
    }
    Breakdown[] broken = breakdowns.clone();
    for (int i = 0; i < broken.length; i++) {
      broken[i] = broken[i].negated();
    }
    return new Totals(family, negated, distributed, broken);
  }

  /** Whether a measure of this family is 0 or empty. */
  public boolean isZero(Measure measure) {
    return switch (measure.shape().form()) {
      case SCALAR -> get(measure) == 0;
      case HISTOGRAM, DAYS -> distribution(measure).isEmpty();
      case LINES -> breakdown(measure).isEmpty();
    };
  }

  /**
   * Whether a distribution counts less than nothing: what was taken back is not there, and nothing
   * can be read from the totals.
   */
  public boolean hasNegativeCounts() {
    for (Distribution distribution : distributions) {
      for (int i = 0; i < distribution.size(); i++) {
        if (distribution.count(i) < 0) {
          return true;
        }
      }
    }
    return false;
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
    for (Breakdown breakdown : breakdowns) {
      if (!breakdown.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static int position(Measure measure, Family family) {
    int position = measure.position();
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
        && Arrays.equals(distributions, that.distributions)
        && Arrays.equals(breakdowns, that.breakdowns);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        family,
        Arrays.hashCode(scalars),
        Arrays.hashCode(distributions),
        Arrays.hashCode(breakdowns));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(family.id()).append('{');
    for (Measure measure : family.measures()) {
      text.append(measure.fieldName()).append('=').append(value(measure)).append(' ');
    }
    return text.append('}').toString();
  }

  private Object value(Measure measure) {
    return switch (measure.shape().form()) {
      case SCALAR -> get(measure);
      case HISTOGRAM, DAYS -> distribution(measure);
      case LINES -> breakdown(measure);
    };
  }

  /** Collects totals; not reusable after {@link #build}. */
  public static final class Builder {

    private final Family family;
    private final long[] scalars;
    private final Distribution[] distributions;
    private final Breakdown[] breakdowns;
    private Breakdown.Sum @Nullable [] sums;

    private Builder(Family family) {
      this(
          family,
          new long[family.scalars()],
          new Distribution[family.distributions()],
          new Breakdown[family.breakdowns()]);
      Arrays.fill(distributions, Distribution.EMPTY);
      Arrays.fill(breakdowns, Breakdown.EMPTY);
    }

    private Builder(
        Family family, long[] scalars, Distribution[] distributions, Breakdown[] breakdowns) {
      this.family = family;
      this.scalars = scalars;
      this.distributions = distributions;
      this.breakdowns = breakdowns;
    }

    /**
     * Adds totals.
     *
     * @throws IllegalArgumentException if they are of another family
     */
    public Builder add(Totals totals) {
      addAllButBreakdowns(totals);
      for (int i = 0; i < breakdowns.length; i++) {
        add(i, totals.breakdowns[i]);
      }
      return this;
    }

    private Builder addAllButBreakdowns(Totals totals) {
      if (family != totals.family) {
        throw new IllegalArgumentException(
            "totals of %s and %s do not add".formatted(family.id(), totals.family.id()));
      }
      for (int i = 0; i < scalars.length; i++) {
        scalars[i] = Math.addExact(scalars[i], totals.scalars[i]);
      }
      for (int i = 0; i < distributions.length; i++) {
        distributions[i] = distributions[i].plus(totals.distributions[i]);
      }
      return this;
    }

    private void add(int breakdown, Breakdown amount) {
      if (amount.isEmpty()) {
        return;
      }
      if (breakdowns[breakdown].isEmpty()) {
        breakdowns[breakdown] = amount;
        return;
      }
      if (sums == null) {
        sums = new Breakdown.Sum[breakdowns.length];
      }
      if (sums[breakdown] == null) {
        sums[breakdown] = new Breakdown.Sum(breakdowns[breakdown]);
      }
      sums[breakdown].add(amount);
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

    /**
     * Adds to a breakdown.
     *
     * @throws IllegalArgumentException if a line does not have the measure's shape
     */
    public Builder add(Measure measure, Breakdown amount) {
      int position = position(measure, family) - scalars.length - distributions.length;
      if (!amount.lines().stream().allMatch(line -> line.isOf(measure.shape()))) {
        throw new IllegalArgumentException(
            "%s is no breakdown by %s"
                .formatted(amount, String.join(", ", measure.shape().keyParts())));
      }
      add(position, amount);
      return this;
    }

    public Totals build() {
      for (int i = 0; sums != null && i < sums.length; i++) {
        if (sums[i] != null) {
          breakdowns[i] = sums[i].breakdown();
        }
      }
      return new Totals(family, scalars, distributions, breakdowns);
    }
  }
}
