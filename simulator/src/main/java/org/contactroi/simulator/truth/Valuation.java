package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Rate;
import org.contactroi.simulator.scenario.Resource;
import org.jspecify.annotations.Nullable;

/** Values the totals of hours. Each line of usage is rounded once. */
final class Valuation {

  private static final long PER = 1_000;

  private final Money money;
  private final Map<Integer, Prices> prices = new HashMap<>();

  /**
   * What was used by the episodes of an hour.
   *
   * @param usage quantities by cell and use
   */
  private record Hour(int day, SortedMap<List<String>, long[]> usage) {}

  Valuation(Money money) {
    this.money = money;
  }

  /** Returns the prices of a day. */
  Prices prices(int day) {
    return prices.computeIfAbsent(day, of -> new Prices(money, of));
  }

  /** Returns what an hour of the cost family is worth. */
  Worth cost(Amounts hour, int day) {
    Worth worth = new Worth();
    lines(hour, "usage")
        .forEach((key, quantity) -> price(use(key, 0), quantity[0], prices(day), worth));
    return worth;
  }

  /** Returns what an hour of the saving family is worth. */
  Worth saving(Amounts hour, int day) {
    Worth worth = new Worth();
    Hour of = new Hour(day, lines(hour, "usage"));
    of.usage().forEach((key, quantity) -> price(use(key, 2), quantity[0], prices(day), worth));
    if (day >= money.choices().goLive()) {
      lines(hour, "cells").forEach((cell, quantities) -> addCell(cell, quantities, of, worth));
    }
    return worth;
  }

  /** Returns the baseline of a day: the latest; null before the first. */
  @Nullable Baseline baseline(int day) {
    return money.baselines().stream()
        .filter(baseline -> baseline.from() <= day)
        .max(Comparator.comparingInt(Baseline::from).thenComparing(Baseline::id))
        .orElse(null);
  }

  private static void price(Rate.Use use, long quantity, Prices prices, Worth worth) {
    prices.add(use, Fraction.of(quantity), worth.cost(use.resource()));
  }

  private void addCell(List<String> cell, long[] quantities, Hour of, Worth worth) {
    long episodes = quantities[0];
    worth.tally().episodes += episodes;
    Baseline.Row row = row(baseline(of.day()), cell);
    if (row == null) {
      worth.tally().withoutBaseline += episodes;
      return;
    }
    CellSaving saving = new CellSaving(row, episodes, prices(of.day()));
    of.usage()
        .forEach(
            (key, quantity) -> {
              Rate.Use use = use(key, 2);
              if (key.subList(0, 2).equals(cell) && use.resource().isHuman()) {
                saving.use(use, quantity[0]);
              }
            });
    saving.addTo(worth, Reasons.Cell.of(quantities));
  }

  /** The row of an issue, else that of all other issues of the channel; null if there is none. */
  private static Baseline.@Nullable Row row(@Nullable Baseline baseline, List<String> cell) {
    return baseline == null
        ? null
        : baseline.rows().stream()
            .filter(row -> row.channel().equals(cell.get(0)))
            .filter(row -> row.issue().equals(cell.get(1)) || row.issue().equals(Rate.ANY))
            .max(Comparator.comparing((Baseline.Row row) -> row.issue().equals(cell.get(1))))
            .orElse(null);
  }

  private static Rate.Use use(List<String> key, int at) {
    return new Rate.Use(Resource.valueOf(key.get(at)), key.get(at + 1), key.get(at + 2));
  }

  private static SortedMap<List<String>, long[]> lines(Amounts amounts, String measure) {
    return amounts.lines().getOrDefault(measure, new TreeMap<>(Amounts.LINE_ORDER));
  }

  /** What the baseline says that so many episodes use. */
  static Fraction expected(Baseline.Usage usage, long episodes) {
    return Fraction.of(usage.quantity()).times(Fraction.of(episodes, PER));
  }
}
