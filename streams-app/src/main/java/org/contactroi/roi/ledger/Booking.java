package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.contactroi.interaction.HalfEven;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.ledger.EntryCategory.Side;
import org.contactroi.roi.rate.FxDay;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.FxRates;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger that counts, converted whole on the day its amount was paid. */
final class Booking {

  private final LedgerEntry entry;
  private final LocalDate cashDate;
  private final boolean isReversal;
  private final @Nullable Long micros;

  /** An entry that stands. */
  Booking(LedgerEntry entry, FxRates fx, String currency) {
    this(entry, entry.cashDate(), false, fx, currency);
  }

  private Booking(
      LedgerEntry entry, LocalDate cashDate, boolean isReversal, FxRates fx, String currency) {
    this.entry = entry;
    this.cashDate = cashDate;
    this.isReversal = isReversal;
    this.micros = converted(entry, new FxDay(fx, currency, entry.cashDate()));
  }

  /** The same amount with the opposite sign, on the same days, paid back on another. */
  static Booking reversal(LedgerEntry original, LocalDate cashDate, FxRates fx, String currency) {
    return new Booking(original, cashDate, true, fx, currency);
  }

  boolean isCost() {
    return entry.side() == Side.COST;
  }

  Component component() {
    EntryNature nature = entry.nature();
    return nature == null ? Component.DECLARED : Component.valueOf(nature.name());
  }

  /** The share of a day: rounded sums up to the day less those up to the day before. */
  Amount on(LocalDate day) {
    return part(entry.service().past(day.minusDays(1)), entry.service().past(day));
  }

  boolean isFor(LocalDate day) {
    return entry.service().contains(day);
  }

  LocalDate cashDate() {
    return cashDate;
  }

  /** All of it. */
  Amount whole() {
    return part(0, entry.service().days());
  }

  private Amount part(long before, long past) {
    long whole = micros == null ? entry.amountMicros() : micros;
    long days = entry.service().days();
    long part = HalfEven.divide(whole, past, days) - HalfEven.divide(whole, before, days);
    Amount amount = micros == null ? Amount.unpricedEntry(entry.id(), part) : Amount.of(part);
    return isReversal ? amount.negated() : amount;
  }

  private static @Nullable Long converted(LedgerEntry entry, FxDay fx) {
    OptionalLong nanos = fx.nanos(entry.currency());
    return nanos.isEmpty()
        ? null
        : (Long) HalfEven.divide(entry.amountMicros(), nanos.getAsLong(), FxRate.NANOS);
  }
}
