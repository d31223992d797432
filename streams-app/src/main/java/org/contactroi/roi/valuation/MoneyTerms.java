package org.contactroi.roi.valuation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.contactroi.roi.ledger.MoneyPolicies;
import org.contactroi.roi.ledger.MoneyPolicy;

/**
 * What the amounts of one tenant depend on.
 *
 * @param zone of its days
 */
public record MoneyTerms(String tenant, Reference reference, MoneyPolicies policies, ZoneId zone) {

  /** The same as far as rates decide about it: without the rows of baselines that state money. */
  public MoneyTerms withoutFrozen() {
    return new MoneyTerms(tenant, reference.withoutFrozen(), policies, zone);
  }

  /** Whether its policy says what there is to know about money. */
  public boolean isStated() {
    return policies.currency().isPresent();
  }

  /** Currency of its amounts, ISO 4217. */
  public String currency() {
    return policies.currency().orElseThrow();
  }

  /** What holds on a local day. */
  public MoneyPolicy policy(LocalDate day) {
    return policies.on(day, zone).orElseThrow();
  }

  public Optional<Valuation> valuation() {
    return policies.currency().map(currency -> new Valuation(reference, this::policy, currency));
  }

  /** The local day of an instant, UTC ms. */
  public LocalDate day(long instant) {
    return Instant.ofEpochMilli(instant).atZone(zone).toLocalDate();
  }

  /** When a local day begins, UTC ms. */
  public long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
