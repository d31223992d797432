package org.contactroi.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contactroi.catalog.MoneyEntry.StatedAmount;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.notation.DecimalText;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;

/** All money records of a tenant, and what one more has to agree with. */
public final class MoneyBook {

  private final TenantCalendar calendar;
  private final Optional<String> currency;
  private final Map<String, MoneyEntry> entries = new TreeMap<>();
  private @Nullable Ledger ledger;

  /**
   * A book.
   *
   * @param currency of the tenant, if its policy states one
   */
  public MoneyBook(
      TenantCalendar calendar, Optional<String> currency, Collection<MoneyEntry> entries) {
    this.calendar = calendar;
    this.currency = currency;
    entries.forEach(this::put);
  }

  /** Adds an entry, in place of the one with its key. */
  public void put(MoneyEntry entry) {
    entries.put(entry.key(), entry);
    ledger = entry.kind() == Kind.LEDGER ? null : ledger;
  }

  /** Takes an entry out. */
  public void remove(MoneyEntry entry) {
    entries.remove(entry.key());
    ledger = entry.kind() == Kind.LEDGER ? null : ledger;
  }

  /** Why an entry cannot join or replace those there; empty if it can. */
  public List<Refusal> refusals(MoneyEntry entry) {
    if (currency.isEmpty()) {
      return List.of(
          new Refusal(
              "tenant",
              "is '%s'; allowed: a tenant whose policy has money, which states its currency"
                  .formatted(entry.tenant())));
    }
    List<Refusal> refusals = new ArrayList<>(entry.refusals(this));
    for (StatedAmount amount : entry.amounts(this)) {
      checkExchange(amount, refusals);
    }
    return refusals;
  }

  /** The entries whose amounts have no exchange rate. */
  public List<MoneyEntry> withoutExchange() {
    return entries.values().stream()
        .filter(entry -> entry.amounts(this).stream().anyMatch(amount -> !isExchanged(amount)))
        .toList();
  }

  TenantCalendar calendar() {
    return calendar;
  }

  /** The local day of an instant, UTC ms. */
  LocalDate localDay(long instant) {
    return Instant.ofEpochMilli(instant).atZone(calendar.zone()).toLocalDate();
  }

  List<Refusal> refusals(FxRate rate) {
    List<Refusal> refusals = new ArrayList<>();
    if (!rate.to().equals(tenantCurrency())) {
      refusals.add(
          new Refusal(
              "to",
              "is '%s'; allowed: %s, the currency of the tenant"
                  .formatted(rate.to(), tenantCurrency())));
    }
    amounts()
        .filter(amount -> amount.currency().equals(rate.from()))
        .filter(amount -> !rate.exchanges(amount.micros()))
        .findFirst()
        .ifPresent(amount -> refusals.add(tooLarge("rate", rate, amount)));
    return refusals;
  }

  List<Refusal> refusals(Baseline baseline) {
    return new Baselines(of(BaselineEntry.class).map(BaselineEntry::baseline).toList())
        .refusals(baseline);
  }

  List<Refusal> refusals(LedgerEntry entry) {
    List<Refusal> refusals = new ArrayList<>(ledger().refusals(entry, meteredDays()));
    String original = entry.reversesEntryId();
    if (original != null && ledger().entry(original) == null) {
      refusals.add(
          new Refusal(
              "reverses-entry-id",
              "is '%s'; allowed: the id of an entry that is published or stands in the same files"
                  .formatted(original)));
    }
    return refusals;
  }

  private void checkExchange(StatedAmount amount, List<Refusal> refusals) {
    if (!isExchanged(amount)) {
      refusals.add(
          new Refusal(
              amount.field(),
              "is '%s'; allowed: %s, or a currency with an exchange rate into it on %s or before"
                  .formatted(amount.currency(), tenantCurrency(), amount.day())));
    }
    rates(amount.currency())
        .filter(rate -> !rate.exchanges(amount.micros()))
        .findFirst()
        .ifPresent(rate -> refusals.add(tooLarge("amount", rate, amount)));
  }

  private boolean isExchanged(StatedAmount amount) {
    return amount.currency().equals(tenantCurrency())
        || rates(amount.currency()).anyMatch(rate -> !rate.day().isAfter(amount.day()));
  }

  private static Refusal tooLarge(String field, FxRate rate, StatedAmount amount) {
    return new Refusal(
        field,
        "is too large: %s %s at the rate %s of %s; allowed: at most %s %s"
            .formatted(
                DecimalText.of(amount.micros(), LedgerLine.DECIMALS),
                amount.currency(),
                DecimalText.of(rate.nanos(), FxEntry.DECIMALS),
                rate.day(),
                DecimalText.of(Amount.LARGEST_STATED, LedgerLine.DECIMALS),
                rate.to()));
  }

  /** Use of the AI is metered on the days on which it has a rate. */
  private Predicate<LocalDate> meteredDays() {
    List<RateRow> ofAi = of(RateEntry.class).map(RateEntry::row).filter(RateRow::pricesAi).toList();
    return day -> {
      long start = start(day);
      long end = start(day.plusDays(1));
      return ofAi.stream().anyMatch(row -> row.isValidWithin(start, end));
    };
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(calendar.zone()).toInstant().toEpochMilli();
  }

  private Ledger ledger() {
    if (ledger == null) {
      ledger = new Ledger(of(LedgerLine.class).map(LedgerLine::entry).toList());
    }
    return ledger;
  }

  private Stream<FxRate> rates(String from) {
    return of(FxEntry.class).map(FxEntry::rate).filter(rate -> rate.from().equals(from));
  }

  private Stream<StatedAmount> amounts() {
    return entries.values().stream().flatMap(entry -> entry.amounts(this).stream());
  }

  private <E extends MoneyEntry> Stream<E> of(Class<E> kind) {
    return entries.values().stream().filter(kind::isInstance).map(kind::cast);
  }

  private String tenantCurrency() {
    return currency.orElse("");
  }
}
