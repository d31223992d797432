package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    Set<String> replaced =
        b.values().stream()
            .filter(entry -> entry instanceof VersionEntry && !a.containsKey(entry.key()))
            .map(CatalogEntry::series)
            .collect(Collectors.toSet());
    List<Change> changes = new ArrayList<>();
    for (CatalogEntry entry : second.entries()) {
      if (tenants.test(entry.tenant()) && !entry.equals(a.get(entry.key()))) {
        note(entry.key(), before(entry, a.get(entry.key()), first), entry.fields(), changes);
      }
    }
    for (CatalogEntry entry : first.entries()) {
      if (tenants.test(entry.tenant())
          && !b.containsKey(entry.key())
          && !replaced.contains(entry.series())) {
        note(entry.key(), entry.fields(), Map.of(), changes);
      }
    }
    return changes;
  }

  private static Map<String, CatalogEntry> byKey(ComparedRun run) {
    return run.entries().stream().collect(Collectors.toMap(CatalogEntry::key, Function.identity()));
  }

  /** Of a new version what was valid in its place. */
  private static Map<String, String> before(
      CatalogEntry entry, @Nullable CatalogEntry same, ComparedRun first) {
    if (same != null) {
      return same.fields();
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
