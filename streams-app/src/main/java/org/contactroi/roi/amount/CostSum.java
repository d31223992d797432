package org.contactroi.roi.amount;

import org.contactroi.kpi.Breakdown;

/** Adds up amounts, and the time of agents that is paid for them. */
public final class CostSum {

  private long micros;
  private long paidMs;
  private Breakdown unpriced = Breakdown.EMPTY;

  public void add(long more) {
    micros = Math.addExact(micros, more);
  }

  public void addPaid(long ms) {
    paidMs = Math.addExact(paidMs, ms);
  }

  public void add(Amount more) {
    add(more.micros());
    unpriced = unpriced.plus(more.unpriced());
  }

  public Amount amount() {
    return new Amount(micros, unpriced);
  }

  /** Paid time of agents, milliseconds. */
  public long paidMs() {
    return paidMs;
  }
}
