package org.contactroi.simulator.truth;

import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Rate;
import org.jspecify.annotations.Nullable;

/** The episodes of a cell that began in an hour, held against a row of the baseline. */
final class CellSaving {

  private final Baseline.Row row;
  private final long episodes;
  private final Prices prices;
  private final Charge counterfactual = new Charge();
  private final Charge actual = new Charge();
  private @Nullable Fraction exactCounterfactual = Fraction.ZERO;
  private @Nullable Fraction exactActual = Fraction.ZERO;
  private long savedPaid;

  CellSaving(Baseline.Row row, long episodes, Prices prices) {
    this.row = row;
    this.episodes = episodes;
    this.prices = prices;
    Money.Amount money = row.money();
    if (money == null) {
      row.usage().forEach(this::expect);
    } else {
      expect(money);
    }
  }

  private void expect(Baseline.Usage usage) {
    Fraction quantity = Valuation.expected(usage, episodes);
    prices.add(usage.use(), quantity, counterfactual);
    exactCounterfactual = plus(exactCounterfactual, prices.cost(usage.use(), quantity));
    savedPaid += prices.paid(usage.use(), quantity);
  }

  private void expect(Money.Amount perEpisode) {
    Fraction exchange = prices.exchange(perEpisode.currency());
    Fraction all = Fraction.of(perEpisode.micros()).times(Fraction.of(episodes));
    if (exchange == null) {
      counterfactual.addUnpriced("BASELINE", perEpisode.currency(), all.rounded());
      exactCounterfactual = null;
    } else {
      exactCounterfactual = all.times(exchange);
      counterfactual.add(all.times(exchange).rounded());
    }
  }

  /** Adds what its episodes used of people. */
  void use(Rate.Use use, long quantity) {
    Fraction of = Fraction.of(quantity);
    prices.add(use, of, actual);
    exactActual = plus(exactActual, prices.cost(use, of));
    savedPaid -= prices.paid(use, of);
  }

  void addTo(Worth worth, Reasons.Cell cell) {
    boolean isFrozen = row.money() != null;
    worth.counterfactual().add(counterfactual);
    worth.actual().add(actual);
    worth.frozen().add(isFrozen ? counterfactual : new Charge());
    worth.tally().frozen += isFrozen ? episodes : 0;
    // Nobody knows the paid hours in an amount of money.
    worth.tally().savedPaid += isFrozen ? 0 : savedPaid;
    worth
        .reasons()
        .add(
            cell,
            row.sample(),
            new Reasons.Sides(exactCounterfactual, exactActual),
            counterfactual.micros() - actual.micros());
  }

  private static @Nullable Fraction plus(@Nullable Fraction sum, @Nullable Fraction more) {
    return sum == null || more == null ? null : sum.plus(more);
  }
}
