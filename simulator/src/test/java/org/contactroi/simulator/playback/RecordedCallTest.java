package org.contactroi.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.junit.jupiter.api.Test;

class RecordedCallTest {

  private static final String NO_QUEUE = "0:00:00 0:00:00 0";
  private static final String NO_SERVICE = "0:00:00 0:00:00 0 NO_SERVER";

  private final RecordedCallParser parser = new RecordedCallParser(ZoneId.of("UTC"));

  private RecordedCall call(String vru, String queue, String rest) throws Exception {
    return parser.parse(Rows.row(vru, queue, rest));
  }

  private static <T> T payload(RecordedCall call, Class<T> type) {
    return Rows.events(call).stream()
        .map(InteractionEvent::getPayload)
        .filter(type::isInstance)
        .map(type::cast)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void servedCallHasAnIvrLegAQueueVisitAndAnAgentsLeg() throws Exception {
    RecordedCall call =
        call("6:55:20 6:55:26 6", "6:55:26 6:55:43 17", "AGENT 6:55:43 6:56:37 54 MICHAL");

    assertThat(Rows.timeline(call))
        .containsExactly(
            "InteractionStarted at 1999-01-31T06:55:20Z",
            "SegmentStarted at 1999-01-31T06:55:20Z",
            "SegmentEnded at 1999-01-31T06:55:26Z",
            "QueueEntered at 1999-01-31T06:55:26Z",
            "QueueExited at 1999-01-31T06:55:43Z",
            "SegmentStarted at 1999-01-31T06:55:43Z",
            "SegmentEnded at 1999-01-31T06:56:37Z",
            "InteractionEnded at 1999-01-31T06:56:37Z");
    assertThat(payload(call, SegmentStarted.class).getParticipant()).isEqualTo(Participant.AGENT);
    assertThat(payload(call, SegmentStarted.class).getParticipantId()).isEqualTo("MICHAL");
    assertThat(payload(call, SegmentEnded.class).getReported().getTalkMs()).isEqualTo(54_000);
    assertThat(payload(call, QueueExited.class).getWaitMsReported()).isEqualTo(17_000);
  }

  @Test
  void identityOfACallIsDateLineAndCallAsInTheFile() throws Exception {
    RecordedCall call = call("6:55:20 6:55:26 6", NO_QUEUE, "HANG " + NO_SERVICE);

    assertThat(Rows.events(call))
        .allSatisfy(
            event -> {
              assertThat(event.getInteractionId()).isEqualTo("990131-AA0101-33116");
              assertThat(event.getTenantId()).isEqualTo("anonymous-bank");
              assertThat(event.getSourceSystem()).isEqualTo("recorded-calls");
              assertThat(event.getObservedAt()).isEqualTo(event.getOccurredAt());
              assertThat(event.getIsTest()).isFalse();
            })
        .extracting(InteractionEvent::getEventId)
        .doesNotHaveDuplicates();
  }

  @Test
  void customerIsAPseudonymAndZeroIsNobody() throws Exception {
    String known = Rows.row("6:55:20 6:55:26 6", NO_QUEUE, "HANG " + NO_SERVICE);
    String unknown = known.replace("\t9664491\t", "\t0\t");
    String odd = known.replace("\t9664491\t", "\t3.27E+11\t");

    String key = payload(parser.parse(known), InteractionStarted.class).getCustomerKey();
    assertThat(key).matches("[0-9a-f]{32}").doesNotContain("9664491");
    assertThat(payload(parser.parse(unknown), InteractionStarted.class).getCustomerKey()).isNull();
    assertThat(payload(parser.parse(odd), InteractionStarted.class).getCustomerKey())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(key);
  }

  @Test
  void typeIsQueueAndIssue() throws Exception {
    RecordedCall call = call("6:55:20 6:55:26 6", NO_QUEUE, "HANG " + NO_SERVICE);

    assertThat(payload(call, InteractionStarted.class).getQueueId()).isEqualTo("PS");
    assertThat(payload(call, InteractionStarted.class).getIssueKey()).isEqualTo("PS");
  }

  @Test
  void clockMoreThanTwelveHoursBackIsOnTheNextDay() throws Exception {
    RecordedCall call =
        call("23:59:50 23:59:58 8", "23:59:58 0:00:40 42", "AGENT 0:00:40 0:02:00 80 TOVA");

    assertThat(Rows.timeline(call))
        .endsWith(
            "QueueEntered at 1999-01-31T23:59:58Z",
            "QueueExited at 1999-02-01T00:00:40Z",
            "SegmentStarted at 1999-02-01T00:00:40Z",
            "SegmentEnded at 1999-02-01T00:02:00Z",
            "InteractionEnded at 1999-02-01T00:02:00Z");
  }

  @Test
  void serviceThatEndsAtMidnightEndsOnTheNextDay() throws Exception {
    RecordedCall call = call("23:50:00 23:50:08 8", NO_QUEUE, "AGENT 23:50:08 0:00:00 592 TOVA");

    assertThat(Rows.timeline(call))
        .endsWith(
            "SegmentStarted at 1999-01-31T23:50:08Z",
            "SegmentEnded at 1999-02-01T00:00:00Z",
            "InteractionEnded at 1999-02-01T00:00:00Z");
  }

  @Test
  void smallStepBackStaysAsItIs() throws Exception {
    RecordedCall call =
        call("7:41:16 7:41:26 10", "7:41:26 7:42:00 34", "AGENT 7:41:58 7:44:53 175 BASCH");

    assertThat(Rows.timeline(call))
        .contains("QueueExited at 1999-01-31T07:42:00Z", "SegmentStarted at 1999-01-31T07:41:58Z");
  }

  @Test
  void answeredWithoutQueueingIsAVisitOfNoLengthAtTheEndOfTheVru() throws Exception {
    RecordedCall call = call("7:41:16 7:41:26 10", NO_QUEUE, "AGENT 7:41:25 7:44:53 208 BASCH");

    assertThat(Rows.timeline(call))
        .contains("QueueEntered at 1999-01-31T07:41:26Z", "QueueExited at 1999-01-31T07:41:26Z");
    assertThat(payload(call, QueueExited.class).getWaitMsReported()).isZero();
    assertThat(payload(call, QueueExited.class).getOutcome()).isEqualTo(QueueOutcome.ANSWERED);
  }

  @Test
  void hangUpInTheVruHasNoVisit() throws Exception {
    RecordedCall call = call("0:34:12 0:34:23 11", NO_QUEUE, "HANG " + NO_SERVICE);

    assertThat(Rows.timeline(call))
        .containsExactly(
            "InteractionStarted at 1999-01-31T00:34:12Z",
            "SegmentStarted at 1999-01-31T00:34:12Z",
            "SegmentEnded at 1999-01-31T00:34:23Z",
            "InteractionEnded at 1999-01-31T00:34:23Z");
  }

  @Test
  void hangUpInTheQueueWithoutWaitingIsStillAVisit() throws Exception {
    RecordedCall call = call("9:00:00 9:00:05 5", "9:00:05 9:00:05 0", "HANG " + NO_SERVICE);

    assertThat(payload(call, QueueExited.class).getOutcome()).isEqualTo(QueueOutcome.ABANDONED);
  }

  @Test
  void reportedWaitWithoutStampsIsAVisitAtTheRecordedMidnight() throws Exception {
    RecordedCall call = call("23:59:50 23:59:58 8", "0:00:00 0:00:00 30", "HANG " + NO_SERVICE);

    assertThat(Rows.timeline(call))
        .endsWith(
            "QueueEntered at 1999-02-01T00:00:00Z",
            "QueueExited at 1999-02-01T00:00:00Z",
            "InteractionEnded at 1999-02-01T00:00:00Z");
    assertThat(payload(call, QueueExited.class).getWaitMsReported()).isEqualTo(30_000);
  }

  @Test
  void absentQueueDoesNotMoveTheClock() throws Exception {
    RecordedCall call = call("13:00:00 13:00:08 8", NO_QUEUE, "AGENT 13:00:08 13:01:00 52 TOVA");

    assertThat(Rows.timeline(call)).endsWith("InteractionEnded at 1999-01-31T13:01:00Z");
  }

  @Test
  void serviceWithoutStampsFollowsTheQueueAndLastsItsReportedTime() throws Exception {
    RecordedCall call =
        call("13:00:00 13:00:08 8", "13:00:08 13:00:30 22", "AGENT 0:00:00 0:00:00 100 NO_SERVER");

    assertThat(Rows.timeline(call))
        .endsWith(
            "SegmentStarted at 1999-01-31T13:00:30Z",
            "SegmentEnded at 1999-01-31T13:02:10Z",
            "InteractionEnded at 1999-01-31T13:02:10Z");
    assertThat(payload(call, SegmentStarted.class).getParticipantId()).isNull();
    assertThat(payload(call, SegmentEnded.class).getReported().getTalkMs()).isEqualTo(100_000);
  }

  @Test
  void serviceWithoutStampsAndQueueFollowsTheVru() throws Exception {
    RecordedCall call = call("13:00:00 13:00:08 8", NO_QUEUE, "AGENT 0:00:00 0:00:00 60 NO_SERVER");

    assertThat(Rows.timeline(call))
        .endsWith(
            "SegmentStarted at 1999-01-31T13:00:08Z",
            "SegmentEnded at 1999-01-31T13:01:08Z",
            "InteractionEnded at 1999-01-31T13:01:08Z");
  }

  @Test
  void serviceFieldsOfAHangUpAreIgnoredWhateverTheyHold() throws Exception {
    RecordedCall call =
        call("9:00:00 9:00:05 5", "9:00:05 9:01:05 60", "HANG 9:01:05 nonsense -7 TOVA");

    assertThat(Rows.timeline(call)).endsWith("InteractionEnded at 1999-01-31T09:01:05Z");
    assertThat(call.service()).isNull();
  }

  @Test
  void phantomIsATestWithASystemVisitAndNoService() throws Exception {
    RecordedCall call =
        call("9:00:00 9:00:05 5", "9:00:05 9:01:05 60", "PHANTOM 9:01:05 9:02:05 60 NO_SERVER");

    assertThat(Rows.events(call)).allMatch(InteractionEvent::getIsTest);
    assertThat(payload(call, QueueExited.class).getOutcome()).isEqualTo(QueueOutcome.SYSTEM);
    assertThat(call.service()).isNull();
  }

  @Test
  void absentVruIsNoLegAndTheCallStartsInTheQueue() throws Exception {
    RecordedCall call = call("0:00:00 0:00:00 0", "14:00:05 14:01:05 60", "HANG " + NO_SERVICE);

    assertThat(Rows.timeline(call))
        .containsExactly(
            "InteractionStarted at 1999-01-31T14:00:05Z",
            "QueueEntered at 1999-01-31T14:00:05Z",
            "QueueExited at 1999-01-31T14:01:05Z",
            "InteractionEnded at 1999-01-31T14:01:05Z");
  }

  @Test
  void absentVruAndQueueOfAServedCallStartsWithTheService() throws Exception {
    RecordedCall call = call("0:00:00 0:00:00 0", NO_QUEUE, "AGENT 14:00:05 14:01:05 60 TOVA");

    assertThat(Rows.timeline(call))
        .startsWith(
            "InteractionStarted at 1999-01-31T14:00:05Z",
            "QueueEntered at 1999-01-31T14:00:05Z",
            "QueueExited at 1999-01-31T14:00:05Z");
  }

  @Test
  void rowWithNothingButMidnightIsACallAtMidnight() throws Exception {
    RecordedCall call = call("0:00:00 0:00:00 0", NO_QUEUE, "HANG " + NO_SERVICE);

    assertThat(Rows.timeline(call)).hasSize(4).endsWith("InteractionEnded at 1999-01-31T00:00:00Z");
  }

  @Test
  void clocksAreThoseOfTheirZone() throws Exception {
    RecordedCallParser bank = new RecordedCallParser(ZoneId.of("Asia/Jerusalem"));
    RecordedCall winter = bank.parse(Rows.row("0:00:31 0:00:36 5", NO_QUEUE, "HANG " + NO_SERVICE));
    RecordedCall summer =
        bank.parse(
            Rows.row("0:00:31 0:00:36 5", NO_QUEUE, "HANG " + NO_SERVICE)
                .replace("990131", "990731"));

    assertThat(List.of(Rows.timeline(winter).get(0), Rows.timeline(summer).get(0)))
        .containsExactly(
            "InteractionStarted at 1999-01-30T22:00:31Z",
            "InteractionStarted at 1999-07-30T21:00:31Z");
  }
}
