package org.contactroi.catalog.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.Kind;
import org.contactroi.catalog.MoneyEntry;
import org.contactroi.catalog.VersionEntry;
import org.contactroi.kpi.Policies;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problems;

/** Holds what files say against what is published: what they change, and what is refused. */
public final class CatalogUpdate {

  private final Collection<CatalogEntry> published;
  private final VersionUpdate versions;

  /**
   * An update of what is published.
   *
   * @param configured the policies of the configuration
   * @param published what the topic holds
   * @param watermarks event time that tenants have reached, of those known
   */
  public CatalogUpdate(
      Policies configured, Collection<CatalogEntry> published, Map<String, Instant> watermarks) {
    this(published, new VersionUpdate(configured, published, watermarks, false));
  }

  private CatalogUpdate(Collection<CatalogEntry> published, VersionUpdate versions) {
    this.published = List.copyOf(published);
    this.versions = versions;
  }

  /**
   * An update that is never published: a version of a policy for what is counted already is taken
   * if nothing but its money is another.
   *
   * @param configured the policies of the configuration
   * @param published what the topic holds
   * @param watermarks event time that tenants have reached, of those known
   */
  public static CatalogUpdate trial(
      Policies configured, Collection<CatalogEntry> published, Map<String, Instant> watermarks) {
    return new CatalogUpdate(published, new VersionUpdate(configured, published, watermarks, true));
  }

  /**
   * What files change: removals, then entries in the order in which they refer to each other.
   *
   * @param problems takes why an entry is refused
   */
  public List<CatalogChange> changes(FileContent written, Problems problems) {
    List<FileEntry> entries = once(written, problems);
    List<CatalogChange> ofVersions = new ArrayList<>();
    for (FileEntry next : entries) {
      if (next.entry() instanceof VersionEntry version) {
        ofVersions.add(versions.change(version, next, problems));
      }
    }
    MoneyUpdate money = new MoneyUpdate(published, versions, unsure(written), problems);
    List<CatalogChange> changes = new ArrayList<>(money.changes(written.removals()));
    changes.addAll(ofVersions);
    for (FileEntry next : entries) {
      if (next.entry() instanceof MoneyEntry entry) {
        changes.add(money.change(entry, next));
      }
    }
    money.checkRemovals();
    return changes;
  }

  /** Entries in their order, each key once. */
  private static List<FileEntry> once(FileContent written, Problems problems) {
    Map<String, Place> places = new HashMap<>();
    written.removals().forEach(removal -> places.put(removal.key(), removal.place()));
    return written.entries().stream()
        .filter(FileEntry::isNamed)
        .sorted(Comparator.comparing(FileEntry::entry, CatalogEntry.ORDER))
        .filter(next -> isFirst(next, places, problems))
        .toList();
  }

  private static boolean isFirst(FileEntry next, Map<String, Place> places, Problems problems) {
    String key = next.entry().key();
    Place first = places.putIfAbsent(key, next.place());
    if (first != null) {
      problems.add(
          next.place(), "%s is written twice; allowed: once, as in %s".formatted(key, first));
    }
    return first == null;
  }

  /** Tenants of policies that could not be read. */
  private static Set<String> unsure(FileContent written) {
    return written.entries().stream()
        .filter(entry -> entry.entry().kind() == Kind.POLICY && entry.fields().isBroken())
        .map(entry -> entry.entry().tenant())
        .collect(Collectors.toSet());
  }
}
