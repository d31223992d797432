package org.contactroi.roi;

import java.util.Map;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.SavingQuantity;
import org.jspecify.annotations.Nullable;

/** The episodes of a cell that began in one hour, held against a row of the baseline. */
final class CellSaving {

  private final Breakdown.Line cell;
  private final BaselineRow baseline;
  private final Map<UsageKey, Long> usage;
  private final Tariff tariff;

  /**
   * The saving of a cell.
   *
   * @param usage of all members of its episodes
   */
  CellSaving(Breakdown.Line cell, BaselineRow baseline, Map<UsageKey, Long> usage, Tariff tariff) {
    this.cell = cell;
    this.baseline = baseline;
    this.usage = usage;
    this.tariff = tariff;
  }

  long get(SavingQuantity quantity) {
    return cell.get(quantity);
  }

  SavingCell cell() {
    return SavingCell.of(cell.key());
  }

  /** Whether its baseline states money. */
  boolean isFrozen() {
    return baseline.isFrozen();
  }

  BaselineRow baseline() {
    return baseline;
  }

  /** What its episodes would have cost, each line of the baseline rounded. */
  Amount counterfactual() {
    BaselineRow.FrozenMoney money = baseline.money();
    AmountSum sum = new AmountSum();
    if (money == null) {
      baseline.usage().forEach((key, perThousand) -> tariff.add(key, expected(perThousand), sum));
    } else {
      tariff.add(money, get(SavingQuantity.EPISODES), sum);
    }
    return sum.amount();
  }

  /** What people cost, each line rounded. */
  Amount actual() {
    AmountSum sum = new AmountSum();
    usage.forEach(
        (key, quantity) -> {
          if (key.isHuman()) {
            tariff.add(key, Quantity.of(quantity), sum);
          }
        });
    return sum.amount();
  }

  /** Paid time of agents that was not needed, milliseconds, each line rounded. */
  long paidMs() {
    long saved = 0;
    if (!isFrozen()) {
      for (Map.Entry<UsageKey, Long> line : baseline.usage().entrySet()) {
        saved = Math.addExact(saved, paid(line.getKey(), expected(line.getValue())));
      }
      for (Map.Entry<UsageKey, Long> line : usage.entrySet()) {
        saved = Math.subtractExact(saved, paid(line.getKey(), Quantity.of(line.getValue())));
      }
    }
    return saved;
  }

  /** The counterfactual, not rounded; null if a price is missing. */
  @Nullable Fraction exactCounterfactual() {
    BaselineRow.FrozenMoney money = baseline.money();
    if (money != null) {
      return tariff.exact(money, get(SavingQuantity.EPISODES));
    }
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<UsageKey, Long> line : baseline.usage().entrySet()) {
      sum = plus(sum, tariff.price(line.getKey()), expected(line.getValue()));
    }
    return sum;
  }

  /** What people cost, not rounded; null if a price is missing. */
  @Nullable Fraction exactActual() {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<UsageKey, Long> line : usage.entrySet()) {
      if (line.getKey().isHuman()) {
        sum = plus(sum, tariff.price(line.getKey()), Quantity.of(line.getValue()));
      }
    }
    return sum;
  }

  private Quantity expected(long perThousand) {
    return Quantity.of(perThousand, get(SavingQuantity.EPISODES));
  }

  private long paid(UsageKey key, Quantity quantity) {
    Price price = key.resource() == Resource.AGENT ? tariff.price(key) : null;
    return price == null ? 0 : price.paid(quantity);
  }

  private static @Nullable Fraction plus(
      @Nullable Fraction sum, @Nullable Price price, Quantity quantity) {
    return sum == null || price == null ? null : sum.plus(price.exact(quantity));
  }
}
