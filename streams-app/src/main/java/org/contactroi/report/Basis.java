package org.contactroi.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateRow;

/**
 * What the amounts of a tenant rest on in a period: of its reference records those that hold.
 *
 * @param policies versions that hold on a day of the period, in order
 * @param baselines that days of the period are held against, in order
 * @param rates valid on a day of the period
 * @param exchangeRates that hold on a day of the period
 * @param ledger entries that are for a day of the period, or paid on one
 */
public record Basis(
    List<PolicyEntry> policies,
    List<Baseline> baselines,
    List<RateRow> rates,
    List<FxRate> exchangeRates,
    List<LedgerEntry> ledger) {

  public static final Basis NONE = new Basis(List.of(), List.of(), List.of(), List.of(), List.of());

  public Basis {
    policies = List.copyOf(policies);
    baselines = List.copyOf(baselines);
    rates = List.copyOf(rates);
    exchangeRates = List.copyOf(exchangeRates);
    ledger = List.copyOf(ledger);
  }

  /**
   * What holds of the reference records of a tenant.
   *
   * @param zone of its days
   */
  public static Basis of(Collection<? extends CatalogEntry> entries, Period period, ZoneId zone) {
    long from = period.from().atStartOfDay(zone).toInstant().toEpochMilli();
    long to = period.to().plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
    return new Basis(
        policies(entries, from, to),
        baselines(entries, period),
        all(RateEntry.class, entries)
            .map(RateEntry::row)
            .filter(row -> row.isValidWithin(from, to))
            .sorted(Comparator.comparing(RateRow::resource).thenComparing(RateRow::id))
            .toList(),
        exchangeRates(entries, period),
        all(LedgerLine.class, entries)
            .map(LedgerLine::entry)
            .filter(entry -> isOf(entry, period))
            .sorted(Comparator.comparing(LedgerEntry::cashDate).thenComparing(LedgerEntry::id))
            .toList());
  }

  /**
   * The last version that is valid before the period ends and has money, and those since it began.
   */
  private static List<PolicyEntry> policies(
      Collection<? extends CatalogEntry> entries, long from, long to) {
    List<PolicyEntry> holding = new ArrayList<>();
    all(PolicyEntry.class, entries)
        .filter(entry -> entry.money() != null)
        .sorted(Comparator.comparingLong(PolicyEntry::validFrom))
        .forEach(
            entry -> {
              if (entry.validFrom() <= from) {
                holding.clear();
              }
              // The first one holds for all days before it as well.
              if (entry.validFrom() < to || holding.isEmpty()) {
                holding.add(entry);
              }
            });
    return holding;
  }

  private static List<Baseline> baselines(
      Collection<? extends CatalogEntry> entries, Period period) {
    Baselines all =
        new Baselines(all(BaselineEntry.class, entries).map(BaselineEntry::baseline).toList());
    Set<Baseline> used = new LinkedHashSet<>();
    period
        .from()
        .datesUntil(period.to().plusDays(1))
        .forEach(day -> Stream.ofNullable(all.at(day)).forEach(used::add));
    return List.copyOf(used);
  }

  private static List<FxRate> exchangeRates(
      Collection<? extends CatalogEntry> entries, Period period) {
    List<FxRate> latestFirst =
        all(FxEntry.class, entries)
            .map(FxEntry::rate)
            .filter(rate -> !rate.day().isAfter(period.to()))
            .sorted(Comparator.comparing(FxRate::from).thenComparing(FxRate::day).reversed())
            .toList();
    List<FxRate> holding = new ArrayList<>();
    Set<String> complete = new LinkedHashSet<>();
    for (FxRate rate : latestFirst) {
      if (!complete.contains(rate.from())) {
        holding.add(0, rate);
      }
      if (!rate.day().isAfter(period.from())) {
        complete.add(rate.from());
      }
    }
    return holding;
  }

  private static boolean isOf(LedgerEntry entry, Period period) {
    return period.touches(entry.service().from(), entry.service().to())
        || period.holds(entry.cashDate());
  }

  private static <E extends CatalogEntry> Stream<E> all(
      Class<E> kind, Collection<? extends CatalogEntry> entries) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}
