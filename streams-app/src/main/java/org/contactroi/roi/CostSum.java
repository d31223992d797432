package org.contactroi.roi;

import org.contactroi.kpi.Breakdown;

/** Adds up amounts, and the time of agents that is paid for them. */
final class CostSum {

  private long micros;
  private long paidMs;
  private Breakdown unpriced = Breakdown.EMPTY;

  void add(long more) {
    micros = Math.addExact(micros, more);
  }

  void addPaid(long ms) {
    paidMs = Math.addExact(paidMs, ms);
  }

  void add(Amount more) {
    add(more.micros());
    unpriced = unpriced.plus(more.unpriced());
  }

  Amount amount() {
    return new Amount(micros, unpriced);
  }

  /** Paid time of agents, milliseconds. */
  long paidMs() {
    return paidMs;
  }
}
