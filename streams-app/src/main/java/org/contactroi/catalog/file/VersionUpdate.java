package org.contactroi.catalog.file;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.contactroi.catalog.Names;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.VersionEntry;
import org.contactroi.catalog.file.CatalogChange.Outcome;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.ledger.MoneyPolicies;
import org.contactroi.yaml.Problems;

/** Holds versions that files write against those that are published. */
final class VersionUpdate {

  /** A version begins at least so long after what its tenant has reached. */
  private static final Duration NOTICE = Duration.ofDays(1);

  private final Map<String, CatalogEntry> published;
  private final Map<String, Instant> watermarks;
  private final boolean isTrial;
  private final Map<String, MoneyPolicies> money = new HashMap<>();
  private Policies policies;

  /**
   * Of versions.
   *
   * @param isTrial whether money of a policy is taken for what is counted already
   */
  VersionUpdate(
      Policies configured,
      Collection<CatalogEntry> published,
      Map<String, Instant> watermarks,
      boolean isTrial) {
    this.published =
        published.stream().collect(Collectors.toMap(CatalogEntry::key, Function.identity()));
    this.watermarks = watermarks;
    this.isTrial = isTrial;
    this.policies = Catalog.policies(withHistory(configured), published, (entry, refusal) -> {});
  }

  /** A tenant that has come somewhere without a version has the configuration's zone for good. */
  private Policies withHistory(Policies configured) {
    Map<String, KpiPolicy> byTenant = new HashMap<>(configured.byTenant());
    for (String tenant : watermarks.keySet()) {
      boolean hasVersion =
          published.values().stream()
              .anyMatch(entry -> entry.kind() == Kind.POLICY && entry.tenant().equals(tenant));
      if (!hasVersion) {
        byTenant.putIfAbsent(tenant, configured.otherwise());
      }
    }
    return new Policies(configured.otherwise(), byTenant);
  }

  /** The zone of a tenant, with what was written so far. */
  ZoneId zone(String tenant) {
    return policies.zone(tenant);
  }

  /** The money of a tenant's policies, with what was written so far. */
  MoneyPolicies money(String tenant) {
    return money.computeIfAbsent(tenant, this::publishedMoney);
  }

  /** What a version changes. */
  CatalogChange change(VersionEntry entry, FileEntry written, Problems problems) {
    if (entry.equals(published.get(entry.key()))) {
      return new CatalogChange(entry, written.place(), Outcome.UNCHANGED, entry.fields());
    }
    if (isTrial && entry instanceof PolicyEntry policy && tooEarly(entry).isPresent()) {
      return tried(policy, written, problems);
    }
    List<Refusal> refusals = refusals(entry);
    boolean isTaken = refusals.stream().anyMatch(refusal -> isAbout(refusal, Names.VALID_FROM));
    refusals.forEach(refusal -> Refusals.note(refusal, written.fields(), problems));
    Map<String, String> before = before(entry);
    if (!isTaken) {
      tooEarly(entry).ifPresent(refusal -> Refusals.note(refusal, written.fields(), problems));
      // One that is refused stands there too, so that what refers to it is no error as well.
      add(entry);
    }
    return new CatalogChange(entry, written.place(), Outcome.ADDED, before);
  }

  /** Money of a policy, in place of that of days which are counted by the rules they had. */
  private CatalogChange tried(PolicyEntry entry, FileEntry written, Problems problems) {
    CatalogChange change =
        new CatalogChange(entry, written.place(), Outcome.CHANGED, before(entry));
    MoneyPolicies own = money(entry.tenant());
    Stream.concat(
            CountingRules.refusals(change).stream(),
            own.refusals(entry.validFrom(), entry.money()).stream())
        .forEach(refusal -> Refusals.note(refusal, written.fields(), problems));
    money.put(entry.tenant(), own.with(entry.validFrom(), entry.money()));
    return change;
  }

  private List<Refusal> refusals(VersionEntry entry) {
    List<Refusal> refusals = new ArrayList<>(entry.refusals(policies));
    if (entry instanceof PolicyEntry policy) {
      refusals.addAll(money(policy.tenant()).refusals(policy.validFrom(), policy.money()));
    }
    return refusals;
  }

  private Map<String, String> before(VersionEntry entry) {
    Map<String, String> before = new HashMap<>(entry.fieldsBefore(policies));
    if (entry instanceof PolicyEntry policy) {
      money(policy.tenant())
          .at(policy.validFrom())
          .map(PolicyEntry::fields)
          .ifPresent(before::putAll);
    }
    return before;
  }

  private void add(VersionEntry entry) {
    policies = entry.addedTo(policies);
    if (entry instanceof PolicyEntry policy) {
      money.put(policy.tenant(), money(policy.tenant()).with(policy.validFrom(), policy.money()));
    }
  }

  private MoneyPolicies publishedMoney(String tenant) {
    return Catalog.money(tenant, published.values());
  }

  private static boolean isAbout(Refusal refusal, String field) {
    return refusal.field().equals(field);
  }

  /**
   * What has been counted is not counted again. A tenant of which no time is known has no history,
   * but its versions follow one another all the same.
   */
  private Optional<Refusal> tooEarly(VersionEntry entry) {
    Instant validFrom = Instant.ofEpochMilli(entry.validFrom());
    Instant reached = watermarks.get(entry.tenant());
    if (reached != null) {
      Instant earliest = reached.plus(NOTICE);
      return validFrom.isBefore(earliest)
          ? Optional.of(
              refusal(
                  validFrom,
                  earliest + " or later",
                  "a day after what the tenant has reached; changing the past is a replay"))
          : Optional.empty();
    }
    return latest(entry.series())
        .filter(latest -> !validFrom.isAfter(latest))
        .map(latest -> refusal(validFrom, "after " + latest, "the last version there is"));
  }

  private Optional<Instant> latest(String series) {
    return published.values().stream()
        .filter(entry -> entry.series().equals(series))
        .map(entry -> Instant.ofEpochMilli(entry.validFrom()))
        .max(Comparator.naturalOrder());
  }

  private static Refusal refusal(Instant validFrom, String allowed, String reason) {
    return new Refusal(
        Names.VALID_FROM, "is '%s'; allowed: %s, %s".formatted(validFrom, allowed, reason));
  }
}
