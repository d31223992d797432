package org.contactroi.simulator.scenario.file;

import java.util.List;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Money.Amount;
import org.contactroi.yaml.Section;

/** What currencies can be exchanged, and amounts in them. */
record Exchanges(String currency, List<Money.Exchange> all) {

  Exchanges {
    all = List.copyOf(all);
  }

  /**
   * Reads {@code amount} and {@code currency}.
   *
   * @param day on which it is exchanged
   */
  Amount amount(Section section, int day) {
    return amount(section, "amount", day);
  }

  /** Reads an amount by its key, and {@code currency}. */
  Amount amount(Section section, String key, int day) {
    long micros = section.require(key, Notation.MICROS, 0L);
    String in = section.get("currency", Notation.CURRENCY, currency);
    boolean isKnown =
        all.stream().anyMatch(exchange -> exchange.from().equals(in) && exchange.day() <= day);
    if (!in.equals(currency) && !isKnown) {
      section.refuse(
          "currency",
          "is '%s'; allowed: %s, or one with an exchange rate by day %d"
              .formatted(in, currency, day));
    }
    return new Amount(micros, in);
  }
}
