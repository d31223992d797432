package org.contactroi.catalog.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What one entry of a file changes.
 *
 * @param added false if the same is published already
 * @param before fields of the version that would be valid in its place; none if there is no such
 *     one
 */
public record CatalogChange(FileEntry written, boolean added, Map<String, String> before) {

  /** A field's value, null if there is none. */
  public record Values(String before, String after) {}

  public CatalogChange {
    before = new TreeMap<>(before);
  }

  /** The fields that differ from the version before, in the order of files. */
  public Map<String, Values> differences() {
    Map<String, String> after = written.entry().fields();
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
