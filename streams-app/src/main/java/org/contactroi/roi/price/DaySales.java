package org.contactroi.roi.price;

import java.util.Optional;
import java.util.OptionalLong;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.SalesQuantity;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.rate.FxDay;
import org.contactroi.roi.rate.FxRate;

/** The margin of a day's sales that would not exist without the AI; refunds subtract. */
public record DaySales(MoneyPolicy policy, FxDay fx) {

  private static final int CURRENCY = 0;
  private static final int ATTRIBUTION = 2;

  /** Each line of the day's sales rounded once. */
  public Amount margin(Totals sales) {
    CostSum sum = new CostSum();
    for (Breakdown.Line line : sales.breakdown(Sales.SALES).lines()) {
      int share = policy.incrementality(Attribution.valueOf(line.key().get(ATTRIBUTION)));
      if (share > 0) {
        sum.add(margin(line, share));
      }
    }
    return sum.amount();
  }

  private Amount margin(Breakdown.Line line, int share) {
    String currency = line.key().get(CURRENCY);
    long margin = line.get(SalesQuantity.MARGIN_MICROS);
    OptionalLong nanos = fx.nanos(currency);
    return nanos.isEmpty()
        ? Amount.unpricedSales(currency, margin)
        : exchanged(margin, share, nanos.getAsLong())
            .map(Amount::of)
            .orElseGet(() -> Amount.unpricedSales(currency, margin));
  }

  /** Empty if it is more than any amount: no sale that a source states may stop all statements. */
  private static Optional<Long> exchanged(long margin, int share, long nanos) {
    Fraction exact =
        Fraction.of(margin)
            .times(Fraction.of(share, Stated.WHOLE_BP))
            .times(Fraction.of(nanos, FxRate.NANOS));
    return exact.isAmount() ? Optional.of(exact.rounded()) : Optional.empty();
  }
}
