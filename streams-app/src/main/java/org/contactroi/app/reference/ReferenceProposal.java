package org.contactroi.app.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.VersionEntry;
import org.contactroi.catalog.file.CatalogChange;
import org.contactroi.catalog.file.CatalogChange.Outcome;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.CatalogUpdate;
import org.contactroi.catalog.file.FileContent;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.yaml.Place;
import org.contactroi.yaml.Problems;

/**
 * What files would change.
 *
 * @param problems why nothing may be published; empty if all is right
 */
public record ReferenceProposal(List<CatalogChange> changes, Problems problems) {

  /**
   * Holds files against what is published.
   *
   * @param watermarks event time that tenants have reached, of those known
   */
  static ReferenceProposal of(
      AppConfig config,
      List<Path> files,
      Collection<CatalogEntry> published,
      Map<String, Instant> watermarks) {
    return of(new CatalogUpdate(config.policies(), published, watermarks), files);
  }

  /**
   * Holds files against what is published, to see what they would have made of days that are
   * counted: other money of a policy is taken for these as well.
   *
   * @param watermarks event time that tenants have reached, of those known
   */
  public static ReferenceProposal trial(
      AppConfig config,
      List<Path> files,
      Collection<CatalogEntry> published,
      Map<String, Instant> watermarks) {
    return of(CatalogUpdate.trial(config.policies(), published, watermarks), files);
  }

  /**
   * Holds files against what is published, for counting everything again: a tenant whose policies
   * or calendars they write has these, from when on they may be, and none of those published.
   */
  public static ReferenceProposal anew(
      AppConfig config, List<Path> files, Collection<CatalogEntry> published) {
    Problems problems = new Problems();
    FileContent written = read(files, problems);
    Set<String> keys = keys(written.entries().stream().map(FileEntry::entry), CatalogEntry::key);
    Set<String> series =
        keys(
            written.entries().stream().map(FileEntry::entry).filter(VersionEntry.class::isInstance),
            entry -> ((VersionEntry) entry).series());
    Predicate<CatalogEntry> isReplaced =
        entry -> entry instanceof VersionEntry version && series.contains(version.series());
    List<CatalogChange> changes =
        new ArrayList<>(
            new CatalogUpdate(
                    config.policies(),
                    published.stream().filter(isReplaced.negate()).toList(),
                    Map.of())
                .changes(written, problems));
    Place place = new Place(files.isEmpty() ? "" : files.get(0).toString(), 1);
    published.stream()
        .filter(isReplaced)
        .filter(entry -> !keys.contains(entry.key()))
        .map(entry -> new CatalogChange(entry, place, Outcome.REMOVED, entry.fields()))
        .forEach(changes::add);
    return new ReferenceProposal(changes, problems);
  }

  private static Set<String> keys(
      Stream<CatalogEntry> entries, Function<CatalogEntry, String> key) {
    return entries.map(key).collect(Collectors.toSet());
  }

  private static ReferenceProposal of(CatalogUpdate update, List<Path> files) {
    Problems problems = new Problems();
    FileContent written = read(files, problems);
    return new ReferenceProposal(update.changes(written, problems), problems);
  }

  private static FileContent read(List<Path> files, Problems problems) {
    return files.stream()
        .map(file -> read(file, problems))
        .reduce(FileContent.NONE, FileContent::plus);
  }

  /** The changes that publishing would make. */
  public List<CatalogChange> toPublish() {
    return changes.stream().filter(CatalogChange::isChange).toList();
  }

  /** What would be published in place of what is. */
  public List<CatalogEntry> applied(Collection<CatalogEntry> published) {
    Map<String, CatalogEntry> applied = new LinkedHashMap<>();
    published.forEach(entry -> applied.put(entry.key(), entry));
    for (CatalogChange change : toPublish()) {
      if (change.outcome() == Outcome.REMOVED) {
        applied.remove(change.entry().key());
      } else {
        applied.put(change.entry().key(), change.entry());
      }
    }
    return List.copyOf(applied.values());
  }

  private static FileContent read(Path file, Problems problems) {
    try {
      return CatalogFile.read(file.toString(), Files.readString(file), problems);
    } catch (IOException e) {
      problems.add(new Place(file.toString(), 1), "the file cannot be read as UTF-8: " + e);
      return FileContent.NONE;
    }
  }
}
