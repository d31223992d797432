package org.contactroi.catalog.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.MoneyBook;
import org.contactroi.catalog.MoneyEntry;
import org.contactroi.catalog.Names;
import org.contactroi.catalog.file.CatalogChange.Outcome;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.yaml.Problems;

/** Holds money records that files write or remove against those that are published. */
final class MoneyUpdate {

  private final Map<String, MoneyEntry> published;
  private final VersionUpdate versions;
  private final Set<String> unsure;
  private final Problems problems;
  private final Map<String, MoneyBook> books = new HashMap<>();
  private final Map<String, FileRemoval> removed = new HashMap<>();

  /**
   * An update.
   *
   * @param versions policies, with all that was written
   * @param unsure tenants with policies that could not be read: nothing is held against these
   */
  MoneyUpdate(
      Collection<CatalogEntry> published,
      VersionUpdate versions,
      Set<String> unsure,
      Problems problems) {
    this.published =
        published.stream()
            .filter(MoneyEntry.class::isInstance)
            .map(MoneyEntry.class::cast)
            .collect(Collectors.toMap(CatalogEntry::key, Function.identity()));
    this.versions = versions;
    this.unsure = unsure;
    this.problems = problems;
  }

  /** What an entry changes. */
  CatalogChange change(MoneyEntry entry, FileEntry written) {
    MoneyEntry there = published.get(entry.key());
    if (entry.equals(there)) {
      return new CatalogChange(entry, written.place(), Outcome.UNCHANGED, entry.fields());
    }
    MoneyBook book = book(entry.tenant());
    if (!unsure.contains(entry.tenant())) {
      book.refusals(entry).forEach(refusal -> Refusals.note(refusal, written.fields(), problems));
    }
    if (there == null) {
      book.put(entry);
      return new CatalogChange(entry, written.place(), Outcome.ADDED, Map.of());
    }
    if (entry.isCorrectable()) {
      book.put(entry);
    }
    return new CatalogChange(entry, written.place(), Outcome.CHANGED, there.fields());
  }

  /** What removals change; entries come after them. */
  List<CatalogChange> changes(List<FileRemoval> removals) {
    List<CatalogChange> changes = new ArrayList<>();
    for (FileRemoval removal : removals) {
      if (!removal.fields().isBroken()) {
        remove(removal, changes);
      }
    }
    return changes;
  }

  /** Notes removals that leave an amount without exchange rate. */
  void checkRemovals() {
    removed.forEach(
        (key, removal) ->
            book(removal.tenant()).withoutExchange().stream()
                .findFirst()
                .ifPresent(
                    entry ->
                        problems.add(
                            removal.place(),
                            "%s is needed; allowed: records that no amount needs for its exchange, as that of %s does"
                                .formatted(key, entry.key()))));
  }

  private void remove(FileRemoval removal, List<CatalogChange> changes) {
    MoneyEntry there = published.get(removal.key());
    if (there == null) {
      Refusal refusal =
          new Refusal(
              Names.ID,
              "of %s is not published; allowed: a record that is".formatted(removal.key()));
      Refusals.note(refusal, removal.fields(), problems);
    } else if (removed.putIfAbsent(there.key(), removal) == null) {
      book(there.tenant()).remove(there);
      changes.add(new CatalogChange(there, removal.place(), Outcome.REMOVED, there.fields()));
    } else {
      problems.add(removal.place(), "%s is removed twice; allowed: once".formatted(there.key()));
    }
  }

  private MoneyBook book(String tenant) {
    return books.computeIfAbsent(tenant, this::open);
  }

  private MoneyBook open(String tenant) {
    return new MoneyBook(
        new TenantCalendar(versions.zone(tenant)),
        versions.money(tenant).currency(),
        published.values().stream().filter(entry -> entry.tenant().equals(tenant)).toList());
  }
}
