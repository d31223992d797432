package org.contactroi.roi.amount;

import java.util.List;
import org.contactroi.interaction.HalfEven;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.jspecify.annotations.Nullable;

/**
 * An amount in the tenant's currency, and beside it what it would contain if that had a price.
 * Amounts are a commutative group under {@link #plus}; an overflow is an {@link
 * ArithmeticException}.
 *
 * @param micros the part that has a price, millionths of a unit
 * @param unpriced by resource and key: quantity, and how often a price was missing
 */
public record Amount(long micros, Breakdown unpriced) {

  public static final Amount ZERO = of(0);

  /** Ten billion units of a currency, the most that is stated: sums of many still fit. */
  public static final long LARGEST_STATED = 10_000_000_000_000_000L;

  private static final String BASELINE = "BASELINE";
  private static final String LEDGER = "LEDGER";
  private static final String SALES = "SALES";

  /**
   * What has no price.
   *
   * @param resource a {@link Resource}, or BASELINE, LEDGER or SALES for an amount without exchange
   *     rate
   * @param key of the usage, or the id of an entry, or the currency of a baseline or of sales
   * @param quantity in the unit of the resource, or millionths of a unit of the foreign currency
   */
  public record Unpriced(String resource, String key, long quantity) {}

  /** One with a price. */
  public static Amount of(long micros) {
    return new Amount(micros, Breakdown.EMPTY);
  }

  public static Amount unpriced(UsageKey usage, long quantity) {
    return unpriced(usage.resource().name(), usage.key(), quantity);
  }

  public static Amount unpricedEntry(String id, long micros) {
    return unpriced(LEDGER, id, micros);
  }

  public static Amount unpricedSales(String currency, long micros) {
    return unpriced(SALES, currency, micros);
  }

  public static Amount unpricedBaseline(String currency, long micros) {
    return unpriced(BASELINE, currency, micros);
  }

  private static Amount unpriced(String resource, String key, long quantity) {
    return new Amount(0, Breakdown.of(List.of(resource, key), quantity, 1));
  }

  /** Whether all of it has a price. */
  public boolean isDefined() {
    return unpriced.isEmpty();
  }

  /** Millionths of a unit; null, and not what is priced, if a price is missing. */
  public @Nullable Long orNull() {
    return isDefined() ? micros : null;
  }

  /** What has no price. */
  public List<Unpriced> missing() {
    return unpriced.lines().stream()
        .map(line -> new Unpriced(line.key().get(0), line.key().get(1), line.quantity(0)))
        .toList();
  }

  public Amount plus(Amount other) {
    return new Amount(Math.addExact(micros, other.micros), unpriced.plus(other.unpriced));
  }

  public Amount negated() {
    return new Amount(Math.negateExact(micros), unpriced.negated());
  }

  /** The difference of two amounts, which needs the prices of both. */
  public Amount less(Amount other) {
    return new Amount(Math.subtractExact(micros, other.micros), unpriced.plus(other.unpriced));
  }

  /** A share of it in basis points, rounded. */
  public Amount share(int basisPoints) {
    return new Amount(HalfEven.divide(micros, basisPoints, Stated.WHOLE_BP), unpriced);
  }
}
