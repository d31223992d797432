package org.contactroi.simulator.truth;

import java.time.Instant;
import java.util.Map;
import org.contactroi.events.Author;
import org.contactroi.events.Channel;
import org.contactroi.events.Confirmation;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionRelation;
import org.contactroi.events.OfferOutcome;
import org.contactroi.events.Participant;
import org.contactroi.events.PendingOn;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReopenedBy;
import org.contactroi.events.SegmentRole;
import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactEnded;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.ContactReopened;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Message;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Pending;
import org.contactroi.simulator.ledger.Transfer;
import org.contactroi.simulator.ledger.Visit;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.jspecify.annotations.Nullable;

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
    return begin(Channel.VOICE, customer, at, null);
  }

  Call chat(String customer, long at) {
    return begin(Channel.CHAT, customer, at, null);
  }

  /** A call that goes on with another under an id of its own. */
  Call goOn(Call before, String customer, long at) {
    return begin(Channel.VOICE, customer, at, before.id().interaction());
  }

  private Call begin(Channel channel, String customer, long at, @Nullable String previous) {
    ContactId id = new ContactId("demo", "call-" + ++calls);
    truth.began(
        new ContactBegun(
            id,
            at,
            new ContactBegun.Medium(channel, Direction.INBOUND),
            new ContactBegun.Customer(calls, customer, null),
            new ContactBegun.Reason("billing", "billing", 1, previous, InteractionRelation.UNKNOWN),
            new ContactBegun.Access("service", true, true),
            Map.of(),
            false));
    return new Call(id, at);
  }

  void end(Call call, long at) {
    end(call, at, EndedBy.CUSTOMER);
  }

  void end(Call call, long at, EndedBy by) {
    truth.ended(new ContactEnded(call.id(), at, by, true));
  }

  void reopen(Call call, long at, ReopenedBy by) {
    truth.reopened(new ContactReopened(call.id(), at, by));
  }

  void message(Call call, long at, Author author) {
    truth.sent(new Message(call.id(), at, null, author, author == Author.SYSTEM));
  }

  void pending(Call call, PendingOn on, long from, long to) {
    truth.pendingStarted(new Pending(call.id(), from, on));
    truth.pendingEnded(new Pending(call.id(), to, on));
  }

  void offer(Call call, String agent, long offered, OfferOutcome outcome) {
    long closed = offered + 10 * SECOND;
    truth.offered(new AgentOffer(call.id(), "leg-1", agent, offered, closed, outcome));
  }

  /** A transfer from a bot to a person, asked for a minute after the begin. */
  void transfer(Call call, @Nullable TransferOutcome outcome) {
    long asked = call.begun() + MINUTE;
    TransferKind kind = TransferKind.BOT_TO_HUMAN;
    truth.closed(new Transfer(call.id(), "transfer-1", asked, asked, kind, outcome));
  }

  /** A message of a minute for somebody who is not there, a minute after the begin. */
  void voicemail(Call call) {
    Leg.Who who = Leg.Who.of(Participant.VOICEMAIL, "voicemail", SegmentRole.PRIMARY);
    long start = call.begun() + MINUTE;
    truth.settled(who.talked(call.id(), "voicemail-1", start, start + MINUTE));
  }

  /** A bot greets for a minute, and the customer does nothing. */
  void greeting(Call call) {
    Leg.Who who = new Leg.Who(Participant.BOT, "bot", SegmentRole.PRIMARY, null, "v1", 1);
    Confirmation none = Confirmation.NONE;
    truth.concluded(new BotVerdict(call.id(), "bot-1", false, false, false, none, false, null));
    truth.settled(who.talked(call.id(), "bot-1", call.begun(), call.begun() + MINUTE));
  }

  void visit(Call call, long waited, QueueOutcome outcome) {
    long exited = call.begun() + waited;
    truth.left(new Visit(call.id(), "visit-1", "service", call.begun(), exited, outcome, false));
  }

  void leg(Call call, long from, long to) {
    leg(call, "leg-1", from, to);
  }

  void leg(Call call, String id, long from, long to) {
    Leg.Who who = new Leg.Who(Participant.AGENT, "anna", SegmentRole.PRIMARY, "regular", null, 1);
    Leg.Parts parts = new Leg.Parts(to - from, 0, 0, 0, 0);
    truth.settled(new Leg(call.id(), id, who, "service", from, to, parts, false));
  }

  /** A session of a minute, at the begin of the call. */
  void session(Call call, boolean isAnswered, Confirmation confirmed) {
    session(call, isAnswered, confirmed, false);
  }

  /** The same of a bot that may say why it hands off. */
  void session(Call call, boolean isAnswered, Confirmation confirmed, boolean isHandingOff) {
    Leg.Who who = new Leg.Who(Participant.BOT, "bot", SegmentRole.PRIMARY, null, "v1", 1);
    truth.concluded(
        new BotVerdict(call.id(), "bot-1", true, isAnswered, false, confirmed, isHandingOff, null));
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
