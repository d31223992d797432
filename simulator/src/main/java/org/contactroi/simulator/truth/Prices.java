package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Money.Exchange;
import org.contactroi.simulator.scenario.Rate;
import org.contactroi.simulator.scenario.Resource;
import org.jspecify.annotations.Nullable;

/** What things cost on one day, in the currency of the tenant. */
final class Prices {

  private static final long WHOLE = 10_000;
  private static final long NANOS = 1_000_000_000;

  /** The least specific first. */
  private static final Comparator<Rate> PRECEDENCE =
      Comparator.comparing((Rate rate) -> !rate.use().key().equals(Rate.ANY))
          .thenComparing(rate -> !rate.use().channel().equals(Rate.ANY))
          .thenComparing(Rate::from)
          .thenComparing(Rate::id);

  private final Money money;
  private final int day;
  private final Map<Rate.Use, Optional<Price>> prices = new HashMap<>();

  /**
   * The price of a use.
   *
   * @param one what one costs, or one millisecond; null without exchange rate
   * @param paid how long agents are paid for a time in which they work, as multiple
   */
  private record Price(@Nullable Fraction one, Fraction paid) {}

  Prices(Money money, int day) {
    this.money = money;
    this.day = day;
  }

  /** Adds what a quantity of something costs, rounded once. */
  void add(Rate.Use use, Fraction quantity, Charge sum) {
    Fraction cost = cost(use, quantity);
    if (cost == null) {
      sum.addUnpriced(use.resource().name(), use.key(), quantity.rounded());
    } else {
      sum.add(cost.rounded());
    }
  }

  /** Returns what a quantity costs, exact; null if it has no price. */
  @Nullable Fraction cost(Rate.Use use, Fraction quantity) {
    Price price = price(use);
    Fraction one = price == null ? null : price.one();
    return one == null ? null : quantity.times(one);
  }

  /** Returns the time that agents are paid for a time in which they work, ms; 0 without price. */
  long paid(Rate.Use use, Fraction quantity) {
    Price price = use.resource() == Resource.AGENT ? price(use) : null;
    return price == null || price.one() == null ? 0 : quantity.times(price.paid()).rounded();
  }

  /** Returns what a unit of a currency is worth; null if nobody says. */
  @Nullable Fraction exchange(String currency) {
    if (currency.equals(money.currency())) {
      return Fraction.of(1);
    }
    return money.exchanges().stream()
        .filter(exchange -> exchange.from().equals(currency) && exchange.day() <= day)
        .max(Comparator.comparingInt(Exchange::day))
        .map(exchange -> Fraction.of(exchange.nanos(), NANOS))
        .orElse(null);
  }

  private @Nullable Price price(Rate.Use use) {
    return prices.computeIfAbsent(use, this::find).orElse(null);
  }

  private Optional<Price> find(Rate.Use use) {
    return money.rates().stream()
        .filter(rate -> rate.use().fits(use) && isValid(rate))
        .max(PRECEDENCE)
        .map(this::price);
  }

  private Price price(Rate rate) {
    Fraction exchange = exchange(rate.price().amount().currency());
    Integer utilisation = rate.utilisationBp();
    Fraction paid = Fraction.of(WHOLE, utilisation == null ? WHOLE : utilisation);
    return new Price(
        exchange == null
            ? null
            : exchange
                .times(Fraction.of(rate.price().amount().micros(), rate.price().unit().size()))
                .times(paid)
                .reduced(),
        paid);
  }

  private boolean isValid(Rate rate) {
    Integer to = rate.to();
    return rate.from() <= day && (to == null || day < to);
  }
}
