package org.contactroi.roi.price;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.kpi.Breakdown;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.amount.UsageKey;

/**
 * Amounts by name, millionths of a unit and not rounded; one is empty if a price is missing. They
 * add up over facts as the totals do, and to what is published but for its rounding.
 */
public record ExactAmounts(Map<String, Optional<Fraction>> byName) {

  static final String COUNTERFACTUAL = "counterfactual";
  static final String ACTUAL = "actual";
  static final String SAVING = "saving";
  static final String HUMAN = "human";
  static final String AI = "ai";
  static final String TOTAL = "total";

  public ExactAmounts {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** Both sides of a saving and their difference, of cells with a baseline. */
  public static ExactAmounts ofSaving(List<CellSaving> cells) {
    Optional<Fraction> counterfactual = Optional.of(Fraction.ZERO);
    Optional<Fraction> actual = Optional.of(Fraction.ZERO);
    for (CellSaving cell : cells) {
      counterfactual = sum(counterfactual, Optional.ofNullable(cell.exactCounterfactual()));
      actual = sum(actual, Optional.ofNullable(cell.exactActual()));
    }
    Optional<Fraction> saving = sum(counterfactual, actual.map(Fraction::negated));
    return of(List.of(COUNTERFACTUAL, ACTUAL, SAVING), List.of(counterfactual, actual, saving));
  }

  /** Human and AI run cost and both. */
  public static ExactAmounts ofCost(Breakdown usage, Tariff tariff) {
    Optional<Fraction> human = Optional.of(Fraction.ZERO);
    Optional<Fraction> ai = Optional.of(Fraction.ZERO);
    for (Breakdown.Line line : usage.lines()) {
      UsageKey key = UsageKey.of(line.key());
      Optional<Fraction> cost =
          Optional.ofNullable(tariff.price(key))
              .map(price -> price.exact(PricedQuantity.of(line.quantity(0))));
      human = key.isHuman() ? sum(human, cost) : human;
      ai = key.isHuman() ? ai : sum(ai, cost);
    }
    return of(List.of(HUMAN, AI, TOTAL), List.of(human, ai, sum(human, ai)));
  }

  /** The amounts of both; an amount that one of them does not name is that of the other. */
  public ExactAmounts plus(ExactAmounts more) {
    Map<String, Optional<Fraction>> sums = new LinkedHashMap<>(byName);
    more.byName.forEach((name, amount) -> sums.merge(name, amount, ExactAmounts::sum));
    return new ExactAmounts(sums);
  }

  /** The names of amounts, in their order. */
  public List<String> names() {
    return new ArrayList<>(byName.keySet());
  }

  /** The amount of a name; empty if a price is missing. */
  public Optional<Fraction> get(String name) {
    return byName.getOrDefault(name, Optional.empty());
  }

  private static ExactAmounts of(List<String> names, List<Optional<Fraction>> amounts) {
    Map<String, Optional<Fraction>> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(names.get(i), amounts.get(i));
    }
    return new ExactAmounts(byName);
  }

  private static Optional<Fraction> sum(Optional<Fraction> left, Optional<Fraction> right) {
    return left.flatMap(one -> right.map(one::plus));
  }
}
