package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.started;

import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Visit;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.QueueOutcome;
import org.junit.jupiter.api.Test;

class VisitFoldTest {

  @Test
  void theWaitIsFromEntryToExit() {
    Visit visit = visit(at(3, entered("v", "q")), at(20, exited("v", QueueOutcome.ABANDONED)));

    assertThat(visit)
        .isEqualTo(
            new Visit(
                "v",
                "q",
                utc(3),
                utc(20),
                QueueOutcome.ABANDONED,
                17_000,
                false,
                false,
                false,
                false));
  }

  @Test
  void aReportedWaitWins() {
    assertThat(visit(at(3, entered("v", "q")), at(20, exitedAfter("v", 16_400))).waited())
        .isEqualTo(16_400);
  }

  @Test
  void anExitBeforeTheEntryIsNoWait() {
    Visit visit = visit(at(20, entered("v", "q")), at(18, exited("v", QueueOutcome.ANSWERED)));

    assertThat(visit.waited()).isZero();
    assertThat(visit.imputed()).isFalse();
  }

  @Test
  void aVisitWithoutExitLeavesBySystemAtTheInteractionsEndAndHasNoWait() {
    Visit visit = visit(at(0, entered("v", "q")), at(30, ended()));

    assertThat(visit)
        .isEqualTo(
            new Visit("v", "q", utc(0), utc(30), QueueOutcome.SYSTEM, 0, false, false, true, true));
  }

  @Test
  void aLegThatFollowsAVisitWithoutExitAnsweredIt() {
    Visit visit = visit(at(0, entered("v", "q")), at(10, agent("a")), at(60, ends("a")));

    assertThat(visit)
        .isEqualTo(
            new Visit(
                "v",
                "q",
                utc(0),
                utc(10),
                QueueOutcome.ANSWERED,
                10_000,
                true,
                false,
                true,
                false));
  }

  @Test
  void aLegOfAnotherQueueOrAfterAnotherVisitAnsweredNothing() {
    assertThat(visit(at(0, entered("v", "q")), at(10, agentIn("r", "a"))).outcome())
        .isEqualTo(QueueOutcome.SYSTEM);
    assertThat(
            fold(
                    at(0, entered("v", "q")),
                    at(5, entered("w", "q")),
                    at(8, exited("w", QueueOutcome.ANSWERED)),
                    at(8, agent("a")))
                .visits())
        .extracting(Visit::outcome)
        .containsExactly(QueueOutcome.SYSTEM, QueueOutcome.ANSWERED);
  }

  @Test
  void aVisitWithoutEntryHasWaitedAsReported() {
    Visit visit = visit(at(0, started()), at(20, exitedAfter("v", 5_000)));

    assertThat(visit.waited()).isEqualTo(5_000);
    assertThat(visit.start()).isEqualTo(utc(15));
    assertThat(visit.queue()).isEqualTo("unknown");
    assertThat(visit.imputed()).isTrue();
  }

  @Test
  void aVisitWithoutEntryAndReportHasNotWaited() {
    assertThat(visit(at(0, started()), at(20, exited("v", QueueOutcome.ANSWERED))).waited())
        .isZero();
  }

  @Test
  void theFirstEntryAndTheLastExitCount() {
    Visit visit =
        visit(
            at(0, entered("v", "first")),
            at(5, entered("v", "second")),
            at(10, exitedAfter("v", 99_000)),
            at(20, exited("v", QueueOutcome.KEY_EXIT)));

    assertThat(visit)
        .isEqualTo(
            new Visit(
                "v",
                "first",
                utc(0),
                utc(20),
                QueueOutcome.KEY_EXIT,
                20_000,
                false,
                false,
                false,
                false));
  }

  @Test
  void visitsAreOrderedByStart() {
    Interaction call =
        fold(at(9, entered("a", "q")), at(0, entered("z", "q")), at(0, entered("b", "q")));

    assertThat(call.visits()).extracting(Visit::visitId).containsExactly("b", "z", "a");
  }

  private static Visit visit(Event... events) {
    Interaction call = fold(events);
    assertThat(call.visits()).hasSize(1);
    return call.visits().get(0);
  }

  @Test
  void ofVisitsThatBeginTogetherALegAnswersOne() {
    Interaction call =
        fold(
            at(0, started()),
            at(0, entered("v", "q")),
            at(0, entered("w", "r")),
            at(20, agent("a")),
            at(60, ends("a")));

    assertThat(call.visits())
        .extracting(Visit::outcome)
        .containsExactly(QueueOutcome.SYSTEM, QueueOutcome.ANSWERED);
  }
}
