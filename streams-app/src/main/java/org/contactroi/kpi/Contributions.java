package org.contactroi.kpi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What one fact adds to the totals, by cell. */
public final class Contributions {

  private final Map<Cell, Totals> cells = new LinkedHashMap<>();
  private final String policyVersion;

  private Contributions(String policyVersion) {
    this.policyVersion = policyVersion;
  }

  /** Nothing yet, under the version of a fact's rules. */
  public static Contributions under(String policyVersion) {
    return new Contributions(policyVersion);
  }

  /**
   * What several facts add together.
   *
   * @param narrowing drops the dimensions that nothing is sliced by
   */
  public static <F> Map<Cell, Totals> sum(
      Collection<F> facts,
      Function<F, Map<Cell, Totals>> contributions,
      UnaryOperator<Cell> narrowing) {
    Map<Cell, Totals> sum = new LinkedHashMap<>();
    for (F fact : facts) {
      contributions
          .apply(fact)
          .forEach((cell, totals) -> sum.merge(narrowing.apply(cell), totals, Totals::plus));
    }
    sum.values().removeIf(Totals::isZero);
    return sum;
  }

  /** What has to be added to {@code before} to make it {@code after}; no total is zero. */
  public static <K> Map<K, Totals> difference(Map<K, Totals> after, Map<K, Totals> before) {
    Map<K, Totals> difference = new LinkedHashMap<>(after);
    before.forEach((cell, totals) -> difference.merge(cell, totals.negated(), Totals::plus));
    difference.values().removeIf(Totals::isZero);
    return difference;
  }

  /**
   * Adds totals under the version of the fact.
   *
   * @param at on the clock of the family, UTC ms
   */
  public void add(long at, Dimensions dimensions, Totals.Builder totals) {
    add(at, dimensions, policyVersion, totals);
  }

  /** Adds totals under another version. */
  public void add(long at, Dimensions dimensions, String version, Totals.Builder builder) {
    Totals totals = builder.build();
    long minute = TenantCalendar.minute(at);
    cells.merge(new Cell(totals.family(), minute, dimensions, version), totals, Totals::plus);
  }

  /** What was added by cell; no total is zero. */
  public Map<Cell, Totals> cells() {
    cells.values().removeIf(Totals::isZero);
    return cells;
  }
}
