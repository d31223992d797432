package org.contactroi.roi.valuation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.Ledger;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.DayTotals;
import org.contactroi.roi.rate.FxRates;
import org.contactroi.roi.rate.RateCard;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.roi.statement.History;
import org.jspecify.annotations.Nullable;

/** A center in UTC with one queue on one channel, its money in euros. */
public final class Center {

  public static final LocalDate DAY = LocalDate.parse("2026-03-02");
  static final long HOUR = start(DAY) + 9 * 3_600_000;
  static final long MINUTE_MS = 60_000;
  static final long HOUR_MS = 3_600_000;
  static final long MICROS = 1_000_000;
  static final UsageKey AGENT = new UsageKey(Resource.AGENT, "queue:q", "VOICE");

  private Center() {}

  static long start(LocalDate day) {
    return Instant.parse(day + "T00:00:00Z").toEpochMilli();
  }

  public static long euros(long amount) {
    return amount * MICROS;
  }

  public static MoneyPolicy policy() {
    return policy(DAY, 10_000, false);
  }

  public static MoneyPolicy policy(LocalDate goLive, int realisationBp, boolean declaredIncluded) {
    Map<Attribution, Integer> incrementality = new EnumMap<>(Attribution.class);
    incrementality.put(Attribution.AI, 10_000);
    incrementality.put(Attribution.ASSISTED, 5_000);
    return new MoneyPolicy(
        "EUR", goLive, realisationBp, incrementality, euros(40), 1_000, declaredIncluded);
  }

  /** A rate of any key and channel, always valid. */
  public static RateRow rate(Resource resource, RateUnit unit, long amountMicros) {
    return rate(resource.name(), resource, "*", "*", unit, amountMicros, 0);
  }

  public static RateRow rate(
      String id,
      Resource resource,
      String key,
      String channel,
      RateUnit unit,
      long amountMicros,
      long validFrom) {
    return new RateRow(
        id, resource, key, channel, unit, amountMicros, "EUR", validFrom, null, null, "contract");
  }

  public static RateRow wage(long amountMicros) {
    return rate(Resource.AGENT, RateUnit.HOUR, amountMicros);
  }

  /** A baseline of episodes with one contact, handled by an agent for a time. */
  public static Baseline baseline(long agentMsPerEpisode) {
    return baseline(
        new BaselineRow(
            "VOICE",
            "*",
            Map.of(AGENT, 1_000 * agentMsPerEpisode),
            null,
            new Sample(1_000, 1_000, 1_000, 1_000 * agentMsPerEpisode)));
  }

  static Baseline frozen(long eurosPerEpisode) {
    return baseline(
        new BaselineRow(
            "VOICE",
            "*",
            Map.of(),
            new FrozenMoney(euros(eurosPerEpisode), "EUR"),
            new Sample(0, 0, 0, 0)));
  }

  public static Baseline baseline(BaselineRow... rows) {
    return new Baseline(
        "b",
        BaselineMethod.MANUAL,
        DAY.minusDays(100),
        DAY.minusDays(1),
        DAY.minusDays(1),
        0,
        List.of(rows),
        Map.of());
  }

  /** Episodes on VOICE about one issue, all contacts handled. */
  static Totals episodes(long episodes, long contacts, long agentMs) {
    return Totals.builder(Saving.FAMILY)
        .add(
            Saving.CELLS,
            Breakdown.of(List.of("VOICE", "i"), episodes, contacts, contacts, agentMs, episodes))
        .add(Saving.USAGE, used("AGENT", "queue:q", agentMs))
        .build();
  }

  /** Usage on VOICE by the members of such episodes. */
  public static Breakdown used(String resource, String key, long quantity) {
    return Breakdown.of(List.of("VOICE", "i", resource, key, "VOICE"), quantity);
  }

  public static DayTotals day(LocalDate date, Totals... hours) {
    List<DayTotals.Hour> all = new ArrayList<>();
    for (Totals hour : hours) {
      all.add(new DayTotals.Hour(start(date) + all.size() * HOUR_MS, hour));
    }
    return new DayTotals(date, all, Totals.zero(Sales.FAMILY), null);
  }

  public static LedgerEntry cost(
      String id, EntryNature nature, long amountMicros, LocalDate from, LocalDate to) {
    return entry(id, EntryCategory.OTHER, nature, amountMicros, from, to, null, null);
  }

  public static LedgerEntry entry(
      String id,
      EntryCategory category,
      @Nullable EntryNature nature,
      long amountMicros,
      LocalDate from,
      LocalDate to,
      @Nullable Boolean coversMetered,
      @Nullable String reverses) {
    return new LedgerEntry(
        id,
        category.side(),
        category,
        nature,
        amountMicros,
        "EUR",
        from,
        new LedgerEntry.Service(from, to),
        "all",
        true,
        coversMetered,
        reverses,
        new LedgerEntry.Evidence("bill 1", "finance", null));
  }

  public static LedgerEntry declared(String id, long amountMicros, LocalDate from, LocalDate to) {
    return entry(id, EntryCategory.OTHER_DECLARED, null, amountMicros, from, to, null, null);
  }

  /** The same entry as it would be without being incremental. */
  public static LedgerEntry unchanged(LedgerEntry entry) {
    return new LedgerEntry(
        entry.id(),
        entry.side(),
        entry.category(),
        entry.nature(),
        entry.amountMicros(),
        entry.currency(),
        entry.cashDate(),
        entry.service(),
        entry.scope(),
        false,
        entry.coversMetered(),
        entry.reversesEntryId(),
        entry.evidence());
  }

  public static Reference reference(Baseline baseline, RateRow... rates) {
    return reference(new Ledger(List.of()), baseline, rates);
  }

  public static Reference reference(Ledger ledger, Baseline baseline, RateRow... rates) {
    return new Reference(
        new RateCard(List.of(rates)), FxRates.NONE, new Baselines(List.of(baseline)), ledger);
  }

  public static Reference ledger(LedgerEntry... entries) {
    return new Reference(
        RateCard.EMPTY, FxRates.NONE, Baselines.NONE, new Ledger(List.of(entries)));
  }

  public static Valuation valuation(Reference reference) {
    return valuation(reference, policy());
  }

  public static Valuation valuation(Reference reference, MoneyPolicy policy) {
    return new Valuation(reference, day -> policy, policy.currency());
  }

  /** The history of days without contacts. */
  public static History history(Reference reference, MoneyPolicy policy, LocalDate last) {
    Valuation valuation = valuation(reference, policy);
    History history = new History(policy, valuation.bookings());
    history
        .firstDay()
        .datesUntil(last.plusDays(1))
        .forEach(day -> history.state(day, valuation.account(day(day)), true));
    return history;
  }
}
