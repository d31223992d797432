package org.contactroi.roi.valuation;

import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateCard;

/** What totals are valued by. */
public record Reference(RateCard rates, FxRates fx, Baselines baselines, Ledger ledger) {

  public static final Reference NONE =
      new Reference(RateCard.EMPTY, FxRates.NONE, Baselines.NONE, Ledger.EMPTY);

  /** The same without the rows of baselines that state money, which no rate changes. */
  public Reference withoutFrozen() {
    return new Reference(rates, fx, baselines.withoutFrozen(), ledger);
  }
}
