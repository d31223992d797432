package org.contactroi.explain;

import java.util.Map;
import java.util.Optional;
import org.contactroi.episode.Episode;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.family.Families;

/**
 * Asks what stands behind one total. Facts that contribute nothing to it have no row.
 *
 * @param window of the key
 * @param policies of all versions that facts were computed under
 */
public record Question(TotalsKey key, Window window, Policies policies) {

  public Question {
    if (window.size() != key.window() || window.start() != key.start()) {
      throw new IllegalArgumentException("%s is not the window of %s".formatted(window, key));
    }
  }

  /** The family that is asked about. */
  public Family family() {
    return key.family();
  }

  /**
   * Whether a fact can contribute, as far as its times tell; UTC ms.
   *
   * @param start of the interaction, or of the episode
   * @param end of the same
   */
  public boolean mayHold(long start, long end) {
    return switch (family().clock()) {
      case INTERACTION_END -> isInWindow(end);
      case BOT_EPISODE_START, FCR_EPISODE_START -> isInWindow(start);
      case INTERACTION_START -> start < window.end();
      // Legs settle and sales happen after the end, and clock steps go back before the start.
      case LEG_SETTLE, VISIT_EXIT, SALE -> true;
      case OVERLAP, OFFER_CLOSE -> false;
    };
  }

  /**
   * The row of an interaction.
   *
   * @throws IllegalStateException naming the version of its policy when there is no such version
   */
  public Optional<Row> row(Interaction interaction) {
    Totals part = part(Families.contributions(interaction));
    return part.isZero() ? Optional.empty() : Optional.of(Row.of(interaction, part));
  }

  /**
   * The row of an episode.
   *
   * @param id of the episode as published
   * @throws IllegalStateException naming the version of a policy when there is no such version
   */
  public Optional<Row> row(String id, Episode episode) {
    Totals part = part(Families.contributions(episode));
    return part.isZero() ? Optional.empty() : Optional.of(Row.of(id, episode, part));
  }

  private Totals part(Map<Cell, Totals> contributions) {
    Totals part = Totals.zero(family());
    for (Map.Entry<Cell, Totals> contribution : contributions.entrySet()) {
      if (holds(contribution.getKey())) {
        part = part.plus(contribution.getValue());
      }
    }
    return part;
  }

  /** A cell falls into the slices of the version it was computed under, and into no others. */
  private boolean holds(Cell cell) {
    if (cell.family() != family() || !isInWindow(cell.minute())) {
      return false;
    }
    return policy(cell.policyVersion()).slices(family()).stream()
        .filter(by -> by.id().equals(key.slice().by()))
        .filter(cell.dimensions()::hasSlice)
        .map(by -> by.slice(cell.dimensions()))
        .anyMatch(key.slice()::equals);
  }

  private KpiPolicy policy(String version) {
    return policies
        .version(key.tenant(), version)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "tenant '%s' has facts of policy version '%s', which is neither in the configuration nor in topic reference; --properties names the configuration of run"
                        .formatted(key.tenant(), version)));
  }

  private boolean isInWindow(long instant) {
    return instant >= window.start() && instant < window.end();
  }
}
