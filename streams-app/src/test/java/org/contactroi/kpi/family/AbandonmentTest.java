package org.contactroi.kpi.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.junit.jupiter.api.Test;

/** How long customers wait before they give up. */
class AbandonmentTest {

  /** Abandoned after 4, 40 and 80 s, answered after 30 s. */
  private static Interaction call() {
    return fold(
        at(0, started()),
        at(0, entered("v1", "q")),
        at(4, exited("v1", QueueOutcome.ABANDONED)),
        at(10, entered("v2", "q")),
        at(50, exited("v2", QueueOutcome.ABANDONED)),
        at(60, entered("v3", "q")),
        at(140, exited("v3", QueueOutcome.ABANDONED)),
        at(150, entered("v4", "q")),
        at(180, exited("v4", QueueOutcome.ANSWERED)),
        at(200, ended()));
  }

  private static Totals totals() {
    return Families.contributions(call()).entrySet().stream()
        .filter(entry -> entry.getKey().family() == Abandonment.FAMILY)
        .map(Map.Entry::getValue)
        .reduce(Totals.zero(Abandonment.FAMILY), Totals::plus);
  }

  private static Ratio figure(String name) {
    return Abandonment.FAMILY.figure(name).from(totals());
  }

  @Test
  void waitOfShortAndLongAbandonsCountsAndOfAnsweredVisitsNot() {
    assertThat(figure("time_to_abandon")).isEqualTo(new Ratio(124_000, 3));
    assertThat(figure("time_to_abandon_p50").numerator()).isBetween(39_700L, 40_300L);
    assertThat(figure("time_to_abandon_p90").numerator()).isBetween(79_400L, 80_600L);
  }

  @Test
  void theShareIsOfAllVisits() {
    assertThat(figure("abandoned_share")).isEqualTo(new Ratio(3, 4));
    assertThat(totals().get(Abandonment.SHORT_ABANDONS)).isEqualTo(1);
    assertThat(totals().get(Abandonment.LONG_ABANDONS)).isEqualTo(2);
  }

  @Test
  void aVisitCountsInTheMinuteInWhichItEnds() {
    List<Long> minutes =
        Families.contributions(call()).keySet().stream()
            .filter(cell -> cell.family() == Abandonment.FAMILY)
            .map(Cell::minute)
            .sorted()
            .toList();

    assertThat(minutes)
        .extracting(at -> at - minutes.get(0))
        .containsExactly(0L, 120_000L, 180_000L);
  }
}
