package org.contactroi.roi.price;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.rate.FxDay;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateCard;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;

/** The prices of an hour. Not thread safe: it remembers those it was asked for. */
public final class Tariff {

  private final RateCard rates;
  private final FxDay fx;
  private final long hourStart;
  private final Map<UsageKey, Optional<Price>> prices = new HashMap<>();

  /**
   * Prices by the rates of an hour and the exchange rates of its day.
   *
   * @param hourStart UTC ms
   */
  public Tariff(RateCard rates, FxDay fx, long hourStart) {
    this.rates = rates;
    this.fx = fx;
    this.hourStart = hourStart;
  }

  /** The price of a usage; null if no row matches or its currency has no exchange rate. */
  @Nullable Price price(UsageKey usage) {
    return prices.computeIfAbsent(usage, this::find).orElse(null);
  }

  /** Adds the cost of a usage and its paid time, each rounded; what has no price is named. */
  void add(UsageKey usage, PricedQuantity quantity, CostSum sum) {
    Price price = price(usage);
    if (price == null) {
      sum.add(Amount.unpriced(usage, quantity.rounded()));
    } else {
      sum.add(price.cost(quantity));
      if (usage.resource() == Resource.AGENT) {
        sum.addPaid(price.paid(quantity));
      }
    }
  }

  /** Adds an amount per episode, rounded; without exchange rate it has no price. */
  void add(FrozenMoney money, long episodes, CostSum sum) {
    Fraction exact = exact(money, episodes);
    if (exact == null) {
      sum.add(
          Amount.unpricedBaseline(money.currency(), Math.multiplyExact(money.micros(), episodes)));
    } else {
      sum.add(exact.rounded());
    }
  }

  /** An amount per episode, not rounded; null without exchange rate. */
  @Nullable Fraction exact(FrozenMoney money, long episodes) {
    OptionalLong nanos = fx.nanos(money.currency());
    return nanos.isEmpty()
        ? null
        : Fraction.of(money.micros())
            .times(Fraction.of(episodes))
            .times(Fraction.of(nanos.getAsLong(), FxRate.NANOS));
  }

  private Optional<Price> find(UsageKey usage) {
    RateRow row = rates.price(usage, hourStart);
    return row == null ? Optional.empty() : price(row);
  }

  private Optional<Price> price(RateRow row) {
    return fx.nanos(row.currency()).stream().mapToObj(nanos -> new Price(row, nanos)).findFirst();
  }
}
