package org.contactroi.simulator.truth;

import java.util.Comparator;
import org.contactroi.simulator.ledger.Moment;

/**
 * A moment of a contact that a system reports.
 *
 * @param moment what happened
 * @param of id of the leg, visit, transfer, survey or order it happened to; empty for none
 * @param at when it happened, as reported
 * @param fact what the ledger was told of it
 */
record Seen(Moment moment, String of, long at, Object fact) {

  /** By time; at one time as it was told, which is how sources number it. */
  static final Comparator<Seen> ORDER = Comparator.comparingLong(Seen::at);

  boolean is(Moment other) {
    return moment == other;
  }

  boolean is(Moment other, String what) {
    return moment == other && of.equals(what);
  }
}
