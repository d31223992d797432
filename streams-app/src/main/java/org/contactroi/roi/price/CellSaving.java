package org.contactroi.roi.price;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow;
import org.jspecify.annotations.Nullable;

/**
 * The episodes of a cell that began in one hour, held against a row of the baseline.
 *
 * @param human usage of people by all members of its episodes
 */
public record CellSaving(
    Breakdown.Line cell, BaselineRow baseline, List<UsedQuantity> human, Tariff tariff) {

  long get(SavingQuantity quantity) {
    return cell.get(quantity);
  }

  /** Adds what its episodes would have cost, each line of the baseline rounded. */
  void addCounterfactual(CostSum sum) {
    BaselineRow.FrozenMoney money = baseline.money();
    if (money == null) {
      baseline.usage().forEach((key, perThousand) -> tariff.add(key, expected(perThousand), sum));
    } else {
      tariff.add(money, get(SavingQuantity.EPISODES), sum);
    }
  }

  /** Adds what people cost, each line rounded. */
  void addActual(CostSum sum) {
    for (UsedQuantity line : human) {
      tariff.add(line.key(), PricedQuantity.of(line.quantity()), sum);
    }
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
    for (UsedQuantity line : human) {
      sum = plus(sum, tariff.price(line.key()), PricedQuantity.of(line.quantity()));
    }
    return sum;
  }

  private PricedQuantity expected(long perThousand) {
    return PricedQuantity.of(perThousand, get(SavingQuantity.EPISODES));
  }

  private static @Nullable Fraction plus(
      @Nullable Fraction sum, @Nullable Price price, PricedQuantity quantity) {
    return sum == null || price == null ? null : sum.plus(price.exact(quantity));
  }
}
