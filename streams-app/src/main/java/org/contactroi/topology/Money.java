package org.contactroi.topology;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.MoneyPolicies;
import org.contactroi.catalog.RateEntry;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.roi.MoneyPolicy;
import org.contactroi.roi.Reference;
import org.contactroi.roi.Valuation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the amounts of one tenant depend on.
 *
 * @param zone of its days
 */
record Money(Reference reference, MoneyPolicies policies, ZoneId zone) {

  private static final Logger LOG = LoggerFactory.getLogger(Money.class);

  /** Of the reference records of a tenant. */
  static Money of(String tenant, Collection<CatalogEntry> entries, ZoneId zone) {
    List<CatalogEntry> fitting =
        entries.stream().filter(entry -> fits(entry, new TenantCalendar(zone))).toList();
    return new Money(Catalog.reference(tenant, fitting), Catalog.money(tenant, fitting), zone);
  }

  /** The same as far as rates decide about it: without the rows of baselines that state money. */
  Money withoutFrozen() {
    return new Money(reference.withoutFrozen(), policies, zone);
  }

  /** Whether its policy says what there is to know about money. */
  boolean isStated() {
    return policies.currency().isPresent();
  }

  /** Currency of its amounts, ISO 4217. */
  String currency() {
    return policies.currency().orElseThrow();
  }

  /** What holds on a local day. */
  MoneyPolicy policy(LocalDate day) {
    return policies.on(day, zone).orElseThrow();
  }

  Optional<Valuation> valuation() {
    return policies.currency().map(currency -> new Valuation(reference, this::policy, currency));
  }

  /** The local day of an instant, UTC ms. */
  LocalDate day(long instant) {
    return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
  }

  /** When a local day begins, UTC ms. */
  long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /** A rate that begins within an hour of the tenant prices nothing. */
  private static boolean fits(CatalogEntry entry, TenantCalendar calendar) {
    List<Refusal> refusals =
        entry instanceof RateEntry rate ? rate.row().refusals(calendar) : List.of();
    for (Refusal refusal : refusals) {
      LOG.error(
          "the reference record of {} values nothing: {} {}",
          entry.key(),
          refusal.field(),
          refusal.reason());
    }
    return refusals.isEmpty();
  }
}
