package org.contactroi.kpi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.contactroi.episode.Episode;
import org.contactroi.interaction.Interaction;

/** What facts add to the totals: pure functions of an interaction and of an episode. */
public final class Contributions {

  private final Map<Cell, Totals> cells = new LinkedHashMap<>();
  private final String policyVersion;

  private Contributions(String policyVersion) {
    this.policyVersion = policyVersion;
  }

  /**
   * What an interaction adds to the families that need no episode; a test is counted as excluded
   * and nowhere else. No total is zero.
   */
  public static Map<Cell, Totals> of(Interaction interaction) {
    Contributions contributions = new Contributions(interaction.policyVersion());
    new InteractionContributions(interaction, contributions).add();
    return contributions.withoutZeros();
  }

  /**
   * What an episode adds: to containment and saving, or to first-contact resolution, by its
   * purpose. No total is zero.
   */
  public static Map<Cell, Totals> of(Episode episode) {
    Contributions contributions = new Contributions(episode.policyVersion());
    new EpisodeContributions(episode, contributions).add();
    return contributions.withoutZeros();
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
  void add(long at, Dimensions dimensions, Totals.Builder totals) {
    add(at, dimensions, policyVersion, totals);
  }

  /** Adds totals under another version. */
  void add(long at, Dimensions dimensions, String version, Totals.Builder builder) {
    Totals totals = builder.build();
    long minute = TenantCalendar.minute(at).start();
    cells.merge(new Cell(totals.family(), minute, dimensions, version), totals, Totals::plus);
  }

  private Map<Cell, Totals> withoutZeros() {
    cells.values().removeIf(Totals::isZero);
    return cells;
  }
}
