package org.contactroi.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.jspecify.annotations.Nullable;

/** Reference records about the money of a tenant, in euros. */
final class Priced {

  static final long EURO = 1_000_000;

  private Priced() {}

  /** A policy whose money is cashable in full and goes live on a day. */
  static PolicyEntry policy(LocalDate goLive) {
    return policy(goLive, "2020-01-01T00:00:00Z", 10_000);
  }

  /** A version of a policy whose money is cashable in part. */
  static PolicyEntry policy(LocalDate goLive, String validFrom, int realisationBp) {
    MoneyPolicy money =
        new MoneyPolicy(
            "EUR", goLive, realisationBp, Map.of(Attribution.AI, 10_000), null, 1_000, false);
    String version = "money of " + validFrom;
    KpiPolicy policy =
        Versioned.from(
            AppConfig.of(Map.of("policy.acme.version", version, "policy.acme.lateness", "80d"))
                .policies()
                .at(Sent.TENANT, 0),
            Instant.parse(validFrom).toEpochMilli());
    return new PolicyEntry(Sent.TENANT, policy, money);
  }

  static CatalogEntry wage(String id, long euros, String from, @Nullable String to) {
    return wage(id, RateRow.ANY, euros, from, to);
  }

  /** What an hour of agents of one key is paid. */
  static CatalogEntry wage(String id, String key, long euros, String from, @Nullable String to) {
    return rate(id, Resource.AGENT, key, RateUnit.HOUR, euros * EURO, from, to);
  }

  static CatalogEntry rate(
      String id, Resource resource, RateUnit unit, long micros, String from, @Nullable String to) {
    return rate(id, resource, RateRow.ANY, unit, micros, from, to);
  }

  private static CatalogEntry rate(
      String id,
      Resource resource,
      String key,
      RateUnit unit,
      long micros,
      String from,
      @Nullable String to) {
    return new RateEntry(
        Sent.TENANT,
        new RateRow(
            id,
            resource,
            key,
            RateRow.ANY,
            unit,
            micros,
            "EUR",
            Instant.parse(from).toEpochMilli(),
            to == null ? null : (Long) Instant.parse(to).toEpochMilli(),
            null,
            "contract"));
  }

  /** One contact per episode on VOICE, handled by an agent for a time. */
  static CatalogEntry baseline(long agentMsPerEpisode) {
    LocalDate before = LocalDate.parse("2020-01-01");
    BaselineRow row =
        new BaselineRow(
            "VOICE",
            RateRow.ANY,
            Map.of(new UsageKey(Resource.AGENT, "queue:q", "VOICE"), 1_000 * agentMsPerEpisode),
            null,
            new BaselineRow.Sample(1_000, 1_000, 1_000, 1_000 * agentMsPerEpisode));
    return new BaselineEntry(
        Sent.TENANT,
        new Baseline(
            "b", BaselineMethod.MANUAL, before, before, before, 0, List.of(row), Map.of()));
  }

  /** What is paid on the first of the days it is for. */
  static CatalogEntry cost(String id, long euros, LocalDate from, LocalDate to) {
    return new LedgerLine(
        Sent.TENANT, entry(id, euros, from, new LedgerEntry.Service(from, to), null));
  }

  /**
   * An entry of a ledger.
   *
   * @param reversed id of the entry it takes back, null for none
   */
  static LedgerEntry entry(
      String id,
      long euros,
      LocalDate paid,
      LedgerEntry.Service service,
      @Nullable String reversed) {
    return new LedgerEntry(
        id,
        EntryCategory.OTHER.side(),
        EntryCategory.OTHER,
        EntryNature.CAPEX,
        euros * EURO,
        "EUR",
        paid,
        service,
        "all",
        true,
        null,
        reversed,
        new LedgerEntry.Evidence("bill 1", "finance", null));
  }
}
