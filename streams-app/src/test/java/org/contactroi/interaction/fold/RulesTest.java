package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.interaction.fold.Story.*;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.RulesAt;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.junit.jupiter.api.Test;

/** An interaction follows the rules that were valid when it began. */
class RulesTest {

  private static final long CHANGE = 100;

  @Test
  void anInteractionHasTheVersionValidAtItsStart() {
    assertThat(parts(at(CHANGE - 1, started())).get(0).policyVersion()).isEqualTo("v1");
    assertThat(parts(at(CHANGE, started())).get(0).policyVersion()).isEqualTo("v2");
  }

  @Test
  void visitsAreAnsweredInTimeByTheVersionOfTheirInteraction() {
    Event exit = at(CHANGE + 60, exitedAfter("v", 15_000));

    assertThat(parts(at(0, started()), exit).get(0).visits().get(0).answeredInTime()).isTrue();
    assertThat(parts(at(CHANGE, started()), exit).get(0).visits().get(0).answeredInTime())
        .isFalse();
  }

  @Test
  void theThresholdsThemselvesAreInTimeAndShort() {
    assertThat(visit(QueueOutcome.ANSWERED, 20_000).answeredInTime()).isTrue();
    assertThat(visit(QueueOutcome.ANSWERED, 20_001).answeredInTime()).isFalse();
    assertThat(visit(QueueOutcome.ABANDONED, 5_000).shortAbandon()).isTrue();
    assertThat(visit(QueueOutcome.ABANDONED, 5_001).shortAbandon()).isFalse();
    assertThat(visit(QueueOutcome.ABANDONED, 5_000).answeredInTime()).isFalse();
    assertThat(visit(QueueOutcome.ANSWERED, 5_000).shortAbandon()).isFalse();
  }

  @Test
  void theGapIsThatOfTheVersionValidAtTheFirstEventOfTheStretch() {
    List<Interaction> parts =
        parts(
            at(CHANGE - 10, bot("b")),
            at(CHANGE, startedFor(null, null)),
            at(CHANGE + 2 * HOUR, message(Author.CUSTOMER)),
            at(CHANGE + 2 * HOUR + 2 * DAY, message(Author.CUSTOMER)),
            at(CHANGE + 4 * HOUR + 2 * DAY, message(Author.CUSTOMER)));

    assertThat(parts).extracting(Interaction::policyVersion).containsExactly("v2", "v2", "v2");
    assertThat(parts)
        .extracting(part -> part.end() - utc(CHANGE))
        .containsExactly(
            (2 * HOUR + DAY) * 1_000, (3 * HOUR + 2 * DAY) * 1_000, (5 * HOUR + 2 * DAY) * 1_000);
  }

  @Test
  void anInteractionIsAfterHoursWhenItStartsOutsideTheOpeningHours() {
    Rules untilChange =
        new Rules(
            "v1", SilenceGaps.DEFAULT, Duration.ZERO, Duration.ZERO, new OpenUntil(utc(CHANGE)));

    assertThat(folded(instant -> untilChange, at(CHANGE - 1, started())).afterHours()).isFalse();
    assertThat(folded(instant -> untilChange, at(CHANGE, started())).afterHours()).isTrue();
  }

  @Test
  void negativeThresholdsAreRefused() {
    assertThatThrownBy(
            () ->
                new Rules(
                    "v1",
                    SilenceGaps.DEFAULT,
                    Duration.ofSeconds(-1),
                    Duration.ZERO,
                    OpeningHours.ALWAYS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  private static Visit visit(QueueOutcome outcome, long waited) {
    return Story.parts(
            at(0, Story.started()), at(60, new Payload.QueueExited("v", outcome, waited)))
        .get(0)
        .visits()
        .get(0);
  }

  /** From the change on the gap is an hour and T ten seconds. */
  private static List<Interaction> parts(Event... events) {
    Rules shorter =
        new Rules(
            "v2",
            new SilenceGaps(Map.of(), Duration.ofHours(1), Duration.ofDays(14)),
            Duration.ofSeconds(10),
            Duration.ZERO,
            OpeningHours.ALWAYS);
    RulesAt rulesAt = instant -> instant < utc(CHANGE) ? RULES : shorter;
    return InteractionFold.fold("acme", "i1", List.of(events), rulesAt).interactions();
  }

  private static Interaction folded(RulesAt rulesAt, Event event) {
    return InteractionFold.fold("acme", "i1", List.of(event), rulesAt).interactions().get(0);
  }
}
