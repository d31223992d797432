package org.contactroi.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.count.Seen;
import org.contactroi.simulator.ledger.AgentOffer;
import org.contactroi.simulator.ledger.BotVerdict;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.ContactId;
import org.contactroi.simulator.ledger.Hold;
import org.contactroi.simulator.ledger.Leg;
import org.contactroi.simulator.ledger.Mark;
import org.contactroi.simulator.ledger.Moment;
import org.contactroi.simulator.ledger.Transfer;
import org.contactroi.simulator.ledger.Visit;

/** What the ledger was told of one contact, and of what is wrong with its events. */
final class Account {

  private final ContactId contact;
  private final List<Seen> happened = new ArrayList<>();
  private final Map<Mark, Integer> unseen = new HashMap<>();
  private final Map<Mark, Long> shifts = new HashMap<>();
  private final Map<String, BotVerdict> verdicts = new HashMap<>();
  private final List<Seen> imagined = new ArrayList<>();
  private boolean isTest;
  private boolean seemsTest;

  Account(ContactId contact) {
    this.contact = contact;
  }

  ContactId contact() {
    return contact;
  }

  /** Notes something that happened in a moment. */
  void note(Moment moment, String of, long at, Object fact) {
    happened.add(new Seen(moment, of, at, fact));
  }

  void note(ContactBegun begun) {
    isTest = begun.isTest();
    note(Moment.BEGUN, "", begun.at(), begun);
  }

  /** Whether every event says that it is a test. */
  boolean isTest() {
    return isTest;
  }

  void note(Visit visit) {
    note(Moment.VISIT_ENTERED, visit.id(), visit.entered(), visit);
    note(Moment.VISIT_LEFT, visit.id(), visit.exited(), visit);
  }

  void note(AgentOffer offer) {
    String of = Mark.offer(offer.segment(), offer.agent());
    note(Moment.OFFERED, of, offer.offered(), offer);
    note(Moment.OFFER_CLOSED, of, offer.closed(), offer);
  }

  void note(Hold hold) {
    note(Moment.HOLD_STARTED, hold.segment(), hold.from(), hold);
    note(Moment.HOLD_ENDED, hold.segment(), hold.to(), hold);
  }

  void note(Transfer transfer) {
    note(Moment.TRANSFER_REQUESTED, transfer.id(), transfer.requested(), transfer);
    if (transfer.outcome() != null) {
      note(Moment.TRANSFER_CLOSED, transfer.id(), transfer.at(), transfer);
    }
  }

  void note(Leg leg) {
    note(Moment.LEG_STARTED, leg.id(), leg.start(), leg);
    note(Moment.LEG_ENDED, leg.id(), leg.end(), leg);
    if (leg.parts().afterWork() > 0) {
      note(Moment.AFTER_WORK_STARTED, leg.id(), leg.end(), leg);
      note(Moment.AFTER_WORK_ENDED, leg.id(), leg.settled(), leg);
    }
  }

  void note(BotVerdict verdict) {
    verdicts.put(verdict.segment(), verdict);
  }

  /** What bots said at the end of their legs, by leg. */
  Map<String, BotVerdict> verdicts() {
    return verdicts;
  }

  /** Notes that no event says it. */
  void unsee(Mark mark) {
    unseen.merge(mark, 1, Integer::sum);
  }

  /** Notes that its event has a wrong time. */
  void shift(Mark mark, long by) {
    shifts.put(mark, by);
  }

  /** Notes that an event says it, although it never happened. */
  void imagine(Moment moment, long at, Object fact) {
    imagined.add(new Seen(moment, "", at, fact));
  }

  void seemTest() {
    seemsTest = true;
  }

  /** Whether the event of its begin calls it a test. */
  boolean seemsTest() {
    return seemsTest;
  }

  /** Returns when the last thing happened. */
  long lastAt() {
    return happened.stream().mapToLong(Seen::at).max().orElse(Long.MIN_VALUE);
  }

  /** Returns what events say, in the order of the time they give. */
  List<Seen> seen() {
    Map<Mark, Integer> left = new HashMap<>(unseen);
    List<Seen> seen = new ArrayList<>();
    for (Seen moment : happened) {
      Mark mark = new Mark(contact, moment.moment(), moment.of(), moment.at());
      if (left.merge(mark, -1, Integer::sum) < 0) {
        long at = moment.at() + shifts.getOrDefault(mark, 0L);
        seen.add(new Seen(moment.moment(), moment.of(), at, moment.fact()));
      }
    }
    seen.addAll(imagined);
    seen.sort(SourceOrder.COMPARATOR);
    return seen;
  }
}
