package org.contactroi.catalog.file;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Refusal;

/** Holds what files say against what is published: what they change, and what is refused. */
public final class CatalogUpdate {

  /** A version begins at least so long after what its tenant has reached. */
  private static final Duration NOTICE = Duration.ofDays(1);

  private final Map<String, CatalogEntry> published;
  private final Map<String, Instant> watermarks;
  private Policies policies;

  /**
   * An update of what is published.
   *
   * @param configured the policies of the configuration
   * @param published what the topic holds
   * @param watermarks event time that tenants have reached, of those known
   */
  public CatalogUpdate(
      Policies configured, Collection<CatalogEntry> published, Map<String, Instant> watermarks) {
    this.published =
        published.stream().collect(Collectors.toMap(CatalogEntry::key, Function.identity()));
    this.watermarks = watermarks;
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

  /**
   * What entries change, in the order in which they refer to each other.
   *
   * @param problems takes why an entry is refused
   */
  public List<CatalogChange> changes(List<FileEntry> written, Problems problems) {
    List<CatalogChange> changes = new ArrayList<>();
    Map<String, Place> places = new HashMap<>();
    List<FileEntry> ordered =
        written.stream()
            .filter(FileEntry::isNamed)
            .sorted(Comparator.comparing(FileEntry::entry, CatalogEntry.ORDER))
            .toList();
    for (FileEntry next : ordered) {
      Place first = places.putIfAbsent(next.entry().key(), next.place());
      if (first == null) {
        changes.add(change(next, problems));
      } else {
        problems.add(
            next.place(),
            "%s is written twice; allowed: once, as in %s".formatted(next.entry().key(), first));
      }
    }
    return changes;
  }

  private CatalogChange change(FileEntry written, Problems problems) {
    CatalogEntry entry = written.entry();
    if (entry.equals(published.get(entry.key()))) {
      return new CatalogChange(written, false, entry.fields());
    }
    List<Refusal> refusals = entry.refusals(policies);
    boolean isTaken = refusals.stream().anyMatch(refusal -> isAbout(refusal, Names.VALID_FROM));
    refusals.forEach(refusal -> note(written, refusal, problems));
    Map<String, String> before = entry.fieldsBefore(policies);
    if (!isTaken) {
      tooEarly(entry).ifPresent(refusal -> note(written, refusal, problems));
      // One that is refused stands there too, so that what refers to it is no error as well.
      policies = entry.addedTo(policies);
    }
    return new CatalogChange(written, true, before);
  }

  private static boolean isAbout(Refusal refusal, String field) {
    return refusal.field().equals(field);
  }

  private static void note(FileEntry written, Refusal refusal, Problems problems) {
    problems.add(written.fields().place(refusal.field()), refusal.field() + " " + refusal.reason());
  }

  /**
   * What has been counted is not counted again. A tenant of which no time is known has no history,
   * but its versions follow one another all the same.
   */
  private Optional<Refusal> tooEarly(CatalogEntry entry) {
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
