package org.contactroi.simulator.scenario;

import java.util.List;
import java.util.Map;
import org.contactroi.events.Attribution;
import org.jspecify.annotations.Nullable;

/**
 * What things cost a tenant and are worth to it, as its people state it. Days are those of the run,
 * 0 the first; before it they are negative.
 *
 * @param currency of all amounts of the tenant, ISO 4217
 * @param from day from which the policy holds, and what says nothing else
 * @param choices the choices that a return depends on
 * @param exchanges what other currencies are worth
 * @param baselines what was used without the AI
 * @param ledger what no event says
 */
public record Money(
    String currency,
    int from,
    Choices choices,
    List<Rate> rates,
    List<Exchange> exchanges,
    List<Baseline> baselines,
    List<LedgerEntry> ledger) {

  public Money {
    rates = List.copyOf(rates);
    exchanges = List.copyOf(exchanges);
    baselines = List.copyOf(baselines);
    ledger = List.copyOf(ledger);
  }

  /**
   * An amount.
   *
   * @param micros millionths of a unit
   * @param currency ISO 4217
   */
  public record Amount(long micros, String currency) {}

  /**
   * The choices that a return depends on.
   *
   * @param goLive first day with the AI
   * @param realisationBp share of the saving that really left the payroll, basis points
   * @param incrementalityBp share of the margin of sales that would not exist without the AI, basis
   *     points
   * @param customerMargin margin of a customer who is kept, millionths; null if unknown
   * @param annualRateBp discount rate, basis points
   * @param isDeclaredIncluded whether declared benefits are part of the return
   */
  public record Choices(
      int goLive,
      int realisationBp,
      Map<Attribution, Integer> incrementalityBp,
      @Nullable Long customerMargin,
      int annualRateBp,
      boolean isDeclaredIncluded) {

    public Choices {
      incrementalityBp = Map.copyOf(incrementalityBp);
    }
  }

  /**
   * What a unit of another currency is worth, from a day until the day of the next.
   *
   * @param from the other currency, ISO 4217
   * @param day day of the run
   * @param nanos billionths of a unit of the tenant's currency
   */
  public record Exchange(String from, int day, long nanos) {}

  /** Returns the same of a center of another size, whose AI costs so many times as much. */
  Money times(double size) {
    List<LedgerEntry> sized = ledger.stream().map(entry -> entry.times(size)).toList();
    return new Money(currency, from, choices, rates, exchanges, baselines, sized);
  }
}
