package org.contactroi.simulator.count;

import java.util.Comparator;
import org.contactroi.simulator.ledger.Moment;

/**
 * A moment of a contact that a system reports.
 *
 * @param of id of the leg, visit, transfer, survey or order it happened to; empty for none
 * @param at when it happened, as reported
 * @param fact what happened in it, as a ledger is told
 */
public record Seen(Moment moment, String of, long at, Object fact) {

  /** By time; who puts together what is seen knows how sources number what is at one time. */
  public static final Comparator<Seen> ORDER = Comparator.comparingLong(Seen::at);

  public boolean is(Moment other) {
    return moment == other;
  }

  public boolean is(Moment other, String what) {
    return moment == other && of.equals(what);
  }
}
