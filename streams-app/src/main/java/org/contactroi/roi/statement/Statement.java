package org.contactroi.roi.statement;

import java.time.LocalDate;
import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Count;

/**
 * What the days of a horizon sum to.
 *
 * @param from first local day
 * @param to last local day, included
 * @param provisional all days
 * @param settled the settled days of them: the official figure
 */
public record Statement(
    Horizon horizon, LocalDate from, LocalDate to, Account provisional, Account settled) {

  /** The share of days that are settled. */
  public Ratio settledFraction() {
    return new Ratio(settled.get(Count.DAYS), provisional.get(Count.DAYS));
  }
}
