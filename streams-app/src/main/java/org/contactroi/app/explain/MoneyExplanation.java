package org.contactroi.app.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.contactroi.explain.Row;
import org.contactroi.explain.Rows;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.ExactAmounts;
import org.contactroi.roi.price.Worth;
import org.contactroi.roi.valuation.FactMoney;
import org.jspecify.annotations.Nullable;

/**
 * What facts are worth beside what is published of their window. Amounts of facts are not rounded;
 * published ones are, once per line, cell and hour, and the difference is a row of its own.
 */
final class MoneyExplanation {

  private static final BigInteger MICROS = BigInteger.valueOf(1_000_000);

  private final Family family;
  private final FactMoney facts;
  private final Map<Long, Totals> hours = new TreeMap<>();
  private final @Nullable GenericRecord published;
  private @Nullable ExactAmounts sum;

  /**
   * Of a window.
   *
   * @param published money on its record; null if there is none
   */
  MoneyExplanation(Family family, FactMoney facts, Rows rows, @Nullable GenericRecord published) {
    this.family = family;
    this.facts = facts;
    this.published = published;
    rows.byTime(row -> true).forEach(this::add);
  }

  private void add(Row row) {
    ExactAmounts amounts = of(row);
    sum = sum == null ? amounts : sum.plus(amounts);
    hours.merge(hour(row), row.totals(), Totals::plus);
  }

  /** ISO 4217. */
  String currency() {
    return facts.currency();
  }

  /** What a fact is worth. */
  ExactAmounts of(Row row) {
    return facts.exact(row.totals(), hour(row));
  }

  /** What all are. */
  ExactAmounts sum() {
    return sum == null ? new ExactAmounts(Map.of()) : sum;
  }

  /** The published amount of a name, millionths; empty if it is undefined or nothing is there. */
  Optional<Long> published(String name) {
    return published != null && published.get(name) instanceof GenericRecord amount
        ? Optional.ofNullable((Long) amount.get("micros"))
        : Optional.empty();
  }

  /** The published amount of a name less the exact one; empty if one of them is undefined. */
  Optional<Fraction> rounding(String name) {
    return published(name)
        .flatMap(micros -> sum().get(name).map(exact -> Fraction.of(micros).minus(exact)));
  }

  /** Rows that sum to the published saving; empty for other families and if a price is missing. */
  Map<String, Fraction> explanation() {
    Map<String, Fraction> rows = new LinkedHashMap<>();
    if (family == Saving.FAMILY) {
      facts
          .explanation(hours)
          .ifPresent(
              exact -> {
                rows.put("repeats", exact.repeats());
                rows.put("containment", exact.containment());
                rows.put("handle_time", exact.handleTime());
                rows.put("other", exact.other());
                rows.put("rounding", exact.rounding());
              });
    }
    return rows;
  }

  /** Whether what is published is what follows from these facts and the reference records. */
  boolean isEqual() {
    return sum().names().stream().allMatch(name -> published(name).equals(expected(name)));
  }

  /** An amount as people write it; a fraction if it has no end. */
  static String text(Fraction micros) {
    BigInteger denominator = micros.denominator().multiply(MICROS);
    try {
      BigDecimal exact = new BigDecimal(micros.numerator()).divide(new BigDecimal(denominator));
      return exact.toPlainString();
    } catch (ArithmeticException endless) {
      return new Fraction(micros.numerator(), denominator).toString();
    }
  }

  /** An amount to some decimals. */
  static String rounded(Fraction micros, int decimals) {
    return new BigDecimal(micros.numerator())
        .divide(
            new BigDecimal(micros.denominator().multiply(MICROS)), decimals, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  /** The same; {@code -} if a price is missing. */
  static String text(Optional<Fraction> micros) {
    return micros.map(MoneyExplanation::text).orElse("-");
  }

  private Optional<Long> expected(String name) {
    Worth worth = facts.worth(hours);
    return Optional.ofNullable(
        switch (name) {
          case "human" -> worth.costs().usageCost().human().orNull();
          case "ai" -> worth.costs().usageCost().ai().orNull();
          case "total" -> worth.costs().usageCost().total().orNull();
          case "counterfactual" -> worth.saving().get(Component.COUNTERFACTUAL).orNull();
          case "actual" -> worth.saving().get(Component.ACTUAL).orNull();
          default -> worth.saving().saving().orNull();
        });
  }

  private long hour(Row row) {
    return facts.hour(family.isOfEpisodes() ? row.start() : row.end());
  }
}
