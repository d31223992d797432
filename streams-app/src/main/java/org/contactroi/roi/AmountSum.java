package org.contactroi.roi;

import org.contactroi.kpi.Breakdown;

/** Adds up amounts. */
final class AmountSum {

  private long micros;
  private Breakdown unpriced = Breakdown.EMPTY;

  void add(long more) {
    micros = Math.addExact(micros, more);
  }

  void add(Amount more) {
    add(more.micros());
    unpriced = unpriced.plus(more.unpriced());
  }

  Amount amount() {
    return new Amount(micros, unpriced);
  }
}
