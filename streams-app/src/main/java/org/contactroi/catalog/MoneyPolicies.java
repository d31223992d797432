package org.contactroi.catalog;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.MoneyPolicy;

/**
 * The money of the versions of a tenant's policy. The one valid when a local day begins holds for
 * the day; the first one holds for all days before it as well, so that money stated late values the
 * past. Immutable.
 */
public final class MoneyPolicies {

  /** By the instant a version is valid from, UTC ms; empty of a version without money. */
  private final NavigableMap<Long, Optional<MoneyPolicy>> versions = new TreeMap<>();

  /** Those of the policies among a tenant's entries. */
  public MoneyPolicies(Collection<? extends CatalogEntry> entries) {
    for (CatalogEntry entry : entries) {
      if (entry instanceof PolicyEntry policy) {
        versions.put(policy.validFrom(), Optional.ofNullable(policy.money()));
      }
    }
  }

  private MoneyPolicies(Map<Long, Optional<MoneyPolicy>> versions) {
    this.versions.putAll(versions);
  }

  /** They and one more. */
  public MoneyPolicies with(PolicyEntry entry) {
    MoneyPolicies more = new MoneyPolicies(versions);
    more.versions.put(entry.validFrom(), Optional.ofNullable(entry.money()));
    return more;
  }

  /** The currency of the tenant; empty if no version states any money. */
  public Optional<String> currency() {
    return first().map(MoneyPolicy::currency);
  }

  /** What the version valid at an instant says, UTC ms. */
  public Optional<MoneyPolicy> at(long instant) {
    Map.Entry<Long, Optional<MoneyPolicy>> valid = versions.floorEntry(instant);
    return valid == null ? Optional.empty() : valid.getValue();
  }

  /** The policy of a local day; empty if no version states any money. */
  public Optional<MoneyPolicy> on(LocalDate day, ZoneId zone) {
    Optional<MoneyPolicy> valid = at(day.atStartOfDay(zone).toInstant().toEpochMilli());
    return valid.isEmpty() ? first() : valid;
  }

  /** Why a version cannot join them; empty if it can, or is there already. */
  public List<Refusal> refusals(PolicyEntry entry) {
    MoneyPolicy money = entry.money();
    if (money == null) {
      return at(entry.validFrom()).map(MoneyPolicies::forgotten).stream().toList();
    }
    return first().map(money::refusals).orElse(List.of()).stream()
        .map(refusal -> new Refusal(refusal.field() + " of " + PolicyEntry.MONEY, refusal.reason()))
        .toList();
  }

  /** Days of all versions are valued, so money does not end. */
  private static Refusal forgotten(MoneyPolicy before) {
    return new Refusal(
        PolicyEntry.MONEY,
        "is missing; allowed: money in %s, as in the version before, because a version is complete"
            .formatted(before.currency()));
  }

  /** What holds for all days before any version with money; empty if there is none. */
  public Optional<MoneyPolicy> first() {
    return versions.values().stream().flatMap(Optional::stream).findFirst();
  }
}
