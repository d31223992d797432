package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.VersionEntry;
import org.jspecify.annotations.Nullable;

/** The reference records that two runs do not have in common. */
final class ComparedRules {

  private static final String NOTHING = "-";

  /**
   * A field of a record that is another.
   *
   * @param record its key
   * @param first what the first run has there, {@code -} if nothing
   * @param second the same
   */
  record Change(String record, String field, String first, String second) {

    @Override
    public String toString() {
      return "%s: %s: %s → %s".formatted(record, field, first, second);
    }
  }

  private ComparedRules() {}

  /** What is another, of tenants that pass; in the order of the records and of their fields. */
  static List<Change> of(ComparedRun first, ComparedRun second, Predicate<String> tenants) {
    Map<String, CatalogEntry> a = byKey(first);
    Map<String, CatalogEntry> b = byKey(second);
    Set<CatalogEntry> replaced = new HashSet<>();
    List<Change> changes = new ArrayList<>();
    for (CatalogEntry entry : second.entries()) {
      if (tenants.test(entry.tenant()) && !entry.equals(a.get(entry.key()))) {
        CatalogEntry before = before(entry, a);
        if (before != null) {
          replaced.add(before);
        }
        note(entry.key(), fields(entry, before, first), entry.fields(), changes);
      }
    }
    for (CatalogEntry entry : first.entries()) {
      if (tenants.test(entry.tenant())
          && !b.containsKey(entry.key())
          && !replaced.contains(entry)) {
        note(entry.key(), entry.fields(), Map.of(), changes);
      }
    }
    return changes;
  }

  private static Map<String, CatalogEntry> byKey(ComparedRun run) {
    return run.entries().stream().collect(Collectors.toMap(CatalogEntry::key, Function.identity()));
  }

  /**
   * The same record, or the version that was valid when a new one begins, or the first there was.
   */
  private static @Nullable CatalogEntry before(CatalogEntry entry, Map<String, CatalogEntry> a) {
    CatalogEntry same = a.get(entry.key());
    if (same != null || !(entry instanceof VersionEntry)) {
      return same;
    }
    NavigableMap<Long, CatalogEntry> versions = new TreeMap<>();
    a.values().stream()
        .filter(other -> other.series().equals(entry.series()))
        .forEach(other -> versions.put(other.validFrom(), other));
    Map.Entry<Long, CatalogEntry> valid = versions.floorEntry(entry.validFrom());
    Map.Entry<Long, CatalogEntry> next = valid == null ? versions.firstEntry() : valid;
    return next == null ? null : next.getValue();
  }

  /** Where there is no record of it, the configuration has a version. */
  private static Map<String, String> fields(
      CatalogEntry entry, @Nullable CatalogEntry before, ComparedRun first) {
    if (before != null) {
      return before.fields();
    }
    return entry instanceof VersionEntry version
        ? version.fieldsBefore(first.policies())
        : Map.of();
  }

  private static void note(
      String record, Map<String, String> first, Map<String, String> second, List<Change> changes) {
    Set<String> fields = new LinkedHashSet<>(second.keySet());
    fields.addAll(first.keySet());
    for (String field : fields) {
      String before = first.getOrDefault(field, NOTHING);
      String after = second.getOrDefault(field, NOTHING);
      if (!before.equals(after)) {
        changes.add(new Change(record, field, before, after));
      }
    }
  }
}
