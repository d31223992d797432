package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.foldStarted;

import org.contactroi.interaction.Activity;
import org.contactroi.interaction.ResolutionSignals;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.SurveyKind;
import org.contactroi.interaction.event.TransferKind;
import org.contactroi.interaction.event.TransferOutcome;
import org.junit.jupiter.api.Test;

class ActivityFoldTest {

  @Test
  void transfersAreCountedByOutcome() {
    Activity activity =
        activity(
            at(0, closed("t1", TransferKind.BLIND, TransferOutcome.COMPLETED)),
            at(1, closed("t2", TransferKind.EXTERNAL, TransferOutcome.COMPLETED)),
            at(2, closed("t3", TransferKind.CONSULT, TransferOutcome.FAILED)),
            at(3, closed("t4", TransferKind.QUEUE, TransferOutcome.CANCELED)));

    assertThat(activity.transfersCompleted()).isEqualTo(2);
    assertThat(activity.transfersFailed()).isEqualTo(1);
  }

  @Test
  void aTransferCountsOnceByItsLastClosing() {
    Activity activity =
        activity(
            at(0, closed("t", TransferKind.BLIND, TransferOutcome.FAILED)),
            at(1, closed("t", TransferKind.BLIND, TransferOutcome.COMPLETED)));

    assertThat(activity.transfersCompleted()).isEqualTo(1);
    assertThat(activity.transfersFailed()).isZero();
  }

  @Test
  void aRequestAloneIsNoTransfer() {
    Activity activity = activity(at(0, new Payload.TransferRequested("t", TransferKind.BLIND)));

    assertThat(activity.transfersCompleted() + activity.transfersFailed()).isZero();
  }

  @Test
  void botToHumanIsNeverATransfer() {
    Activity activity =
        activity(
            at(0, closed("t", TransferKind.BOT_TO_HUMAN, TransferOutcome.COMPLETED)),
            at(1, closed("u", TransferKind.BOT_TO_HUMAN, TransferOutcome.FAILED)));

    assertThat(activity.transfersCompleted() + activity.transfersFailed()).isZero();
  }

  @Test
  void humanToBotIsATransferByAnAgent() {
    Activity activity =
        activity(at(0, closed("t", TransferKind.HUMAN_TO_BOT, TransferOutcome.COMPLETED)));

    assertThat(activity.transfersCompleted()).isEqualTo(1);
  }

  @Test
  void messagesAreCountedByAuthorAndUnknownOnesAsSystem() {
    Activity activity =
        activity(
            at(0, message(Author.CUSTOMER)),
            at(1, message(Author.CUSTOMER)),
            at(2, message(Author.BOT)),
            at(3, message(Author.AGENT)),
            at(4, message(Author.SYSTEM)),
            at(5, message(Author.UNKNOWN)));

    assertThat(activity.messagesCustomer()).isEqualTo(2);
    assertThat(activity.messagesBot()).isEqualTo(1);
    assertThat(activity.messagesAgent()).isEqualTo(1);
    assertThat(activity.messagesSystem()).isEqualTo(2);
  }

  @Test
  void everyAssistIsOfferedAndSomeAreAccepted() {
    Activity activity =
        activity(
            at(0, new Payload.AssistUsed("summary", true)),
            at(1, new Payload.AssistUsed("summary", false)));

    assertThat(activity.assistsOffered()).isEqualTo(2);
    assertThat(activity.assistsAccepted()).isEqualTo(1);
  }

  @Test
  void ofTheAnswersToOneSurveyTheLastCounts() {
    ResolutionSignals signals =
        signals(
            at(0, surveyed("s", SurveyKind.FCR, 5)),
            at(1, surveyed("s", SurveyKind.FCR, 1)),
            at(2, surveyed("t", SurveyKind.FCR, 5)));

    assertThat(signals.surveyAnswers()).isEqualTo(2);
    assertThat(signals.surveyYes()).isEqualTo(1);
  }

  @Test
  void onlySurveysOfFirstContactResolutionCountAsSuch() {
    assertThat(signals(at(0, surveyed("s", SurveyKind.CSAT, 5))).surveyAnswers()).isZero();
  }

  @Test
  void aSurveySaysYesInTheTopBox() {
    assertThat(signals(at(0, surveyed("s", SurveyKind.FCR, 4))).surveyYes()).isEqualTo(1);
    assertThat(signals(at(0, surveyed("s", SurveyKind.FCR, 3))).surveyYes()).isZero();
  }

  @Test
  void whereLowerIsBetterTheScaleIsTurned() {
    Payload two = new Payload.SurveyAnswered("s", null, SurveyKind.FCR, 2, 1, 5, false);
    Payload three = new Payload.SurveyAnswered("s", null, SurveyKind.FCR, 3, 1, 5, false);

    assertThat(signals(at(0, two)).surveyYes()).isEqualTo(1);
    assertThat(signals(at(0, three)).surveyYes()).isZero();
  }

  @Test
  void theWidestScaleDoesNotOverflow() {
    Payload worst =
        new Payload.SurveyAnswered(
            "s",
            null,
            SurveyKind.FCR,
            Integer.MIN_VALUE,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            true);

    assertThat(signals(at(0, worst)).surveyYes()).isZero();
  }

  @Test
  void theLastFlagOfAnAgentCounts() {
    assertThat(signals(at(0, agentFlag(true)), at(1, agentFlag(false))).agentFlag()).isFalse();
    assertThat(signals(at(0, agentFlag(true)), at(1, assertsIssue("i"))).agentFlag()).isTrue();
    assertThat(signals(at(0, assertsIssue("i"))).agentFlag()).isNull();
  }

  private static Activity activity(Event... events) {
    return foldStarted(events).activity();
  }

  private static ResolutionSignals signals(Event... events) {
    return foldStarted(events).signals();
  }
}
