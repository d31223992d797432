package org.contactroi.simulator.truth;

import java.time.Instant;
import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SegmentRole;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.scenario.file.Scenarios;

/** Tells the truth of calls made by hand, to tenant demo in Berlin. */
final class Center {

  static final long BEGIN = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();
  static final long SECOND = 1_000;
  static final long MINUTE = 60 * SECOND;
  static final long DAY = 24 * 60 * MINUTE;

  private final Truth truth =
      new Truth(Scenarios.of(Scenarios.DEFAULT), Instant.ofEpochMilli(BEGIN));
  private int calls;

  /** A call that goes on. */
  record Call(ContactId id, long begun) {}

  Truth truth() {
    return truth;
  }

  Call call(String customer, long at) {
    ContactId id = new ContactId("demo", "call-" + ++calls);
    truth.began(
        new ContactBegun(
            id,
            at,
            new ContactBegun.Medium(Channel.VOICE, Direction.INBOUND),
            new ContactBegun.Customer(calls, customer, null),
            new ContactBegun.Reason("billing", "billing", 1, null),
            new ContactBegun.Access("service", true, true),
            Map.of(),
            false));
    return new Call(id, at);
  }

  void end(Call call, long at) {
    truth.ended(new ContactEnded(call.id(), at, EndedBy.CUSTOMER, true));
  }

  void visit(Call call, long waited, QueueOutcome outcome) {
    long exited = call.begun() + waited;
    truth.left(new Visit(call.id(), "visit-1", "service", call.begun(), exited, outcome, false));
  }

  void leg(Call call, long from, long to) {
    Leg.Who who = new Leg.Who(Participant.AGENT, "anna", SegmentRole.PRIMARY, "regular", null, 1);
    Leg.Parts parts = new Leg.Parts(to - from, 0, 0, 0, 0);
    truth.settled(new Leg(call.id(), "leg-1", who, "service", from, to, parts, false));
  }

  /** A session of a minute, at the begin of the call. */
  void session(Call call, boolean isAnswered, Confirmation confirmed) {
    Leg.Who who = new Leg.Who(Participant.BOT, "bot", SegmentRole.PRIMARY, null, "v1", 1);
    truth.concluded(new BotVerdict(call.id(), "bot-1", isAnswered, false, confirmed, false, null));
    long end = call.begun() + MINUTE;
    truth.settled(who.talked(call.id(), "bot-1", call.begun(), end));
  }

  void unseen(Call call, Moment moment, String of, long at) {
    truth.unseen(new Mark(call.id(), moment, of, at));
  }

  /** A number of the day on which all began. */
  long onFirstDay(String family, String measure) {
    return number(family, measure, "2026-03-01T23:00:00Z");
  }

  /** A number of a day of everything. */
  long number(String family, String measure, String day) {
    Amounts amounts = truth.totals().get("demo/" + family + "/all/all/day/" + day);
    return amounts == null ? 0 : amounts.numbers().get(measure);
  }
}
