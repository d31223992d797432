package org.contactroi.simulator.picture;

import org.contactroi.events.QueueOutcome;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.ledger.Ledger;
import org.contactroi.simulator.ledger.Session;
import org.contactroi.simulator.ledger.Visit;

/** Counts by hour what happens in a week. */
final class WeekLedger implements Ledger {

  static final int HOURS = 7 * 24;
  private static final long HOUR = 3_600_000;
  private static final long GOOD_ANSWER = 20_000;

  final long[] arrivals = new long[HOURS];
  final long[] visits = new long[HOURS];
  final long[] waits = new long[HOURS];
  final long[] inTime = new long[HOURS];
  final long[] sessions = new long[HOURS];
  final long[] contained = new long[HOURS];
  private final long begin;

  WeekLedger(long begin) {
    this.begin = begin;
  }

  private int hour(long at) {
    return (int) Math.min(HOURS - 1, Math.max(0, (at - begin) / HOUR));
  }

  @Override
  public void began(ContactBegun contact) {
    arrivals[hour(contact.at())]++;
  }

  @Override
  public void left(Visit visit) {
    if (visit.queue().equals("letters")) {
      return;
    }
    int hour = hour(visit.entered());
    visits[hour]++;
    waits[hour] += visit.waited();
    boolean isAnswered = visit.outcome() == QueueOutcome.ANSWERED;
    inTime[hour] += isAnswered && visit.waited() <= GOOD_ANSWER ? 1 : 0;
  }

  @Override
  public void closed(Session session) {
    int hour = hour(session.start());
    sessions[hour]++;
    contained[hour] += session.isHandedOff() ? 0 : 1;
  }
}
