package org.contactroi.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.simulator.truth.Center.BEGIN;
import static org.contactroi.simulator.truth.Center.DAY;
import static org.contactroi.simulator.truth.Center.MINUTE;
import static org.contactroi.simulator.truth.Center.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.events.Confirmation;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.truth.Center.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of the KPI page, and what faults do to them. */
class TruthTest {

  private final Center center = new Center();

  @TempDir Path folder = Path.of("");

  private void visits(int number, long waited, QueueOutcome outcome) {
    for (int i = 0; i < number; i++) {
      Call call = center.call("customer-" + outcome + waited + i, BEGIN);
      center.visit(call, waited, outcome);
      center.end(call, BEGIN + waited);
    }
  }

  @Test
  void ofAHundredVisitsSeventyAreAnsweredInTime() {
    visits(70, 20 * SECOND, QueueOutcome.ANSWERED);
    visits(15, 21 * SECOND, QueueOutcome.ANSWERED);
    visits(5, 5 * SECOND, QueueOutcome.ABANDONED);
    visits(10, 6 * SECOND, QueueOutcome.ABANDONED);

    assertThat(center.onFirstDay("service-level", "visits")).isEqualTo(100);
    assertThat(center.onFirstDay("service-level", "answered")).isEqualTo(85);
    assertThat(center.onFirstDay("service-level", "answered_in_time")).isEqualTo(70);
    assertThat(center.onFirstDay("service-level", "short_abandons")).isEqualTo(5);
    assertThat(center.onFirstDay("service-level", "long_abandons")).isEqualTo(10);
  }

  @Test
  void aHundredLegsOfFourMinutesAndTenOfFourteenHaveOneMean() {
    for (int i = 0; i < 110; i++) {
      long length = (i < 100 ? 4 : 14) * MINUTE;
      Call call = center.call("customer-" + i, BEGIN);
      center.leg(call, BEGIN, BEGIN + length);
      center.end(call, BEGIN + length);
    }

    assertThat(center.onFirstDay("handle-time", "handled_legs")).isEqualTo(110);
    assertThat(center.onFirstDay("handle-time", "handle_ms")).isEqualTo(540 * MINUTE);
  }

  @Test
  void handledCallsOnDays0And3And9And20AreTwoEpisodes() {
    for (long day : List.of(0, 3, 9, 20)) {
      handledCall("anybody", BEGIN + day * DAY);
    }

    String family = "first-contact-resolution";
    assertThat(center.onFirstDay(family, "repeats")).isEqualTo(2);
    assertThat(center.onFirstDay(family, "resolved_first_contact")).isZero();
    assertThat(center.number(family, "resolved_first_contact", "2026-03-21T23:00:00Z")).isOne();
  }

  private void handledCall(String customer, long at) {
    Call call = center.call(customer, at);
    center.leg(call, at, at + MINUTE);
    center.end(call, at + MINUTE);
  }

  private void session(String customer, boolean isAnswered, Confirmation confirmed, long at) {
    Call call = center.call(customer, at);
    center.session(call, isAnswered, confirmed);
    center.end(call, at + MINUTE);
  }

  @Test
  void everySessionStandsOnTheFirstStepOfTheLadderThatFits() {
    Call handedOff = center.call("handed-off", BEGIN);
    center.session(handedOff, true, Confirmation.NONE);
    center.leg(handedOff, BEGIN + MINUTE, BEGIN + 2 * MINUTE);
    center.end(handedOff, BEGIN + 2 * MINUTE);
    session("unanswered", false, Confirmation.NONE, BEGIN);
    session("rejected", true, Confirmation.NEGATIVE, BEGIN);
    session("confirmed", true, Confirmation.POSITIVE, BEGIN);
    session("assumed", true, Confirmation.NONE, BEGIN);
    session("again", true, Confirmation.POSITIVE, BEGIN);
    handledCall("again", BEGIN + DAY);

    assertThat(center.onFirstDay("containment", "sessions")).isEqualTo(6);
    assertThat(center.onFirstDay("containment", "handed_off")).isOne();
    assertThat(center.onFirstDay("containment", "abandoned_unanswered")).isEqualTo(2);
    assertThat(center.onFirstDay("containment", "rejected_by_customer")).isOne();
    assertThat(center.onFirstDay("containment", "failed_repeat")).isOne();
    assertThat(center.onFirstDay("containment", "resolved_confirmed")).isOne();
    assertThat(center.onFirstDay("containment", "resolved_assumed")).isOne();
  }

  @Test
  void aLegWhoseEndIsUnseenLastsToTheEndOfTheContact() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + 3 * MINUTE);
    center.unseen(call, Moment.LEG_ENDED, "leg-1", BEGIN + MINUTE);

    assertThat(center.onFirstDay("handle-time", "talk_ms")).isEqualTo(3 * MINUTE);
    assertThat(center.onFirstDay("handle-time", "imputed_legs")).isOne();
    assertThat(center.onFirstDay("occupancy", "handling_ms")).isZero();
  }

  @Test
  void aContactWhoseEndIsUnseenEndsADayAfterItsLastActivity() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center.unseen(call, Moment.ENDED, "", BEGIN + MINUTE);

    assertThat(center.onFirstDay("volume", "inbound")).isZero();
    assertThat(center.number("volume", "inbound", "2026-03-02T23:00:00Z")).isOne();
  }

  @Test
  void aContactWhoseBeginIsUnseenHasNoCustomer() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center.unseen(call, Moment.BEGUN, "", BEGIN);

    assertThat(center.onFirstDay("first-contact-resolution", "episodes")).isOne();
    assertThat(center.onFirstDay("first-contact-resolution", "identified")).isZero();
  }

  @Test
  void aContactThatSeemsToGoOnAfterALongSilenceIsARepeat() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center
        .truth()
        .seemsReopened(new ContactReopened(call.id(), BEGIN + 3 * DAY, ReopenedBy.UNKNOWN));

    // Nobody says what the second one is about, so it has another issue and is an episode apart.
    assertThat(center.onFirstDay("first-contact-resolution", "repeats")).isZero();
    assertThat(center.onFirstDay("volume", "inbound")).isOne();
    assertThat(center.number("volume", "inbound", "2026-03-05T23:00:00Z")).isOne();
  }

  @Test
  void anEndBeforeTheBeginIsAClockStep() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    Mark end = new Mark(call.id(), Moment.LEG_ENDED, "leg-1", BEGIN + MINUTE);
    center.truth().shifted(end, -2 * MINUTE);

    assertThat(center.onFirstDay("handle-time", "clock_step_legs")).isOne();
    assertThat(center.onFirstDay("handle-time", "talk_ms")).isZero();
  }

  @Test
  void whatSeemsATestIsExcludedAndNothingElse() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center.truth().seemsTest(call.id());

    assertThat(center.truth().totals().keySet())
        .isNotEmpty()
        .allMatch(key -> key.startsWith("demo/volume/"));
    assertThat(center.onFirstDay("volume", "excluded")).isOne();
  }

  @Test
  void whatIsWrongWithEventsMayBeToldWhenAContactIsOver() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center.truth().isOver(call.id(), BEGIN + MINUTE);
    isOverAt(BEGIN + MINUTE + Ledger.AFTERMATH.toMillis());

    center.truth().seemsTest(call.id());

    assertThat(center.onFirstDay("handle-time", "handled_legs")).isZero();
    assertThat(center.onFirstDay("volume", "excluded")).isOne();
  }

  @Test
  void nothingCanBeToldOfAContactThatIsOverForLong() {
    Call call = center.call("anybody", BEGIN);
    center.leg(call, BEGIN, BEGIN + MINUTE);
    center.end(call, BEGIN + MINUTE);
    center.truth().isOver(call.id(), BEGIN + MINUTE);
    isOverAt(BEGIN + MINUTE + Ledger.AFTERMATH.toMillis() + 1);

    assertThatThrownBy(() -> center.end(call, BEGIN + 2 * MINUTE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("call-1")
        .hasMessageContaining("over for too long");
    assertThat(center.onFirstDay("handle-time", "handled_legs")).isOne();
  }

  private void isOverAt(long time) {
    Call later = center.call("somebody else", time);
    center.end(later, time);
    center.truth().isOver(later.id(), time);
  }

  @Test
  void theTruthIsALineOfJsonForEveryKeyAndEveryStatement() throws IOException {
    handledCall("anybody", BEGIN);
    Path file = folder.resolve("truth.jsonl");

    int keys = TruthFile.write(center.truth(), file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).filteredOn(line -> line.contains("\"statement\":")).isNotEmpty();
    assertThat(lines)
        .filteredOn(line -> !line.contains("\"statement\":"))
        .hasSize(keys)
        .contains(
            "{\"key\":\"demo/handle-time/all/all/hour/2026-03-02T09:00:00Z\",\"totals\":"
                + "{\"effort_ms\":60000,\"handle_ms\":60000,\"handled_legs\":1,\"talk_ms\":60000,"
                + "\"handle_histogram\":[{\"lower\":59904,\"count\":1}]}}");
  }
}
