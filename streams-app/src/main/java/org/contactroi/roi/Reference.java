package org.contactroi.roi;

/** What totals are valued by. */
public record Reference(RateCard rates, FxRates fx, Baselines baselines, Ledger ledger) {

  public static final Reference NONE =
      new Reference(RateCard.EMPTY, FxRates.NONE, Baselines.NONE, Ledger.EMPTY);
}
