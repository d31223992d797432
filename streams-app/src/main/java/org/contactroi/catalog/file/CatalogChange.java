package org.contactroi.catalog.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.yaml.Place;

/**
 * What one entry of a file changes.
 *
 * @param entry the one written, or the published one that is removed
 * @param place where it is written
 * @param before fields of the entry it replaces, or of the version that would be valid in its
 *     place; none if there is no such one
 */
public record CatalogChange(
    CatalogEntry entry, Place place, Outcome outcome, Map<String, String> before) {

  /** What becomes of the record of the entry's key. */
  public enum Outcome {
    ADDED,
    CHANGED,
    REMOVED,
    UNCHANGED
  }

  /** A field's value, empty if there is none. */
  public record Values(String before, String after) {}

  public CatalogChange {
    before = new TreeMap<>(before);
  }

  /** Whether something is to be published. */
  public boolean isChange() {
    return outcome != Outcome.UNCHANGED;
  }

  /** The fields that differ from those before, in the order of files. */
  public Map<String, Values> differences() {
    Map<String, String> after = outcome == Outcome.REMOVED ? Map.of() : entry.fields();
    Map<String, Values> differences = new LinkedHashMap<>();
    after.forEach((name, value) -> note(name, value, differences));
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> note(name, "", differences));
    return differences;
  }

  private void note(String name, String after, Map<String, Values> differences) {
    String value = before.getOrDefault(name, "");
    if (!Objects.equals(value, after)) {
      differences.put(name, new Values(value, after));
    }
  }
}
