package org.contactroi.simulator.scenario.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A part of a file with keys and values. */
final class Section {

  private static final Kind<Section> SECTION = new Kind<>("a section with keys", Value::section);

  private final Value self;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();

  /**
   * A key and its value.
   *
   * @param key the key, a text
   * @param value its value
   */
  record Entry(Value key, Value value) {}

  /**
   * Creates a section.
   *
   * @param self where it stands
   * @param mapping what stands there; null for a section that was left out
   */
  Section(Value self, @Nullable MappingNode mapping) {
    this.self = self;
    if (mapping != null) {
      mapping.getValue().forEach(this::add);
    }
    self.findings().read(this);
  }

  private void add(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    Findings findings = self.findings();
    Value name = new Value(path(key), tuple.getKeyNode(), findings);
    Value value = new Value(path(key), tuple.getValueNode(), findings);
    if (entries.putIfAbsent(key, new Entry(name, value)) != null) {
      findings.refuse(name.line(), path(key) + " is given twice; allowed: once");
    }
  }

  private String path(String key) {
    return self.path().isEmpty() ? key : self.path() + "." + key;
  }

  /** Returns whether a key is there. */
  boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** Returns the value of a key, empty if it is not there or wrong. */
  <T> Optional<T> find(String key, Kind<T> kind) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key)).flatMap(entry -> entry.value().read(kind));
  }

  /** Returns the value of a key that may be left out. */
  <T> T get(String key, Kind<T> kind, T otherwise) {
    return find(key, kind).orElse(otherwise);
  }

  /**
   * Returns the value of a key that must be there.
   *
   * @param standIn taken if it is missing or wrong, so that reading goes on to further errors
   */
  <T> T require(String key, Kind<T> kind, T standIn) {
    if (!has(key)) {
      refuse(key, "is missing; allowed: " + kind.allowed());
    }
    return get(key, kind, standIn);
  }

  /** Returns a section within, empty if it is not there. */
  Optional<Section> findSection(String key) {
    return find(key, SECTION);
  }

  /** Returns a section within, one without keys if it is not there. */
  Section section(String key) {
    return findSection(key)
        .orElseGet(() -> new Section(new Value(path(key), self.node(), self.findings()), null));
  }

  /** Returns a section within that must be there and have keys. */
  Section requireSection(String key) {
    Section section = section(key);
    if (section.entries.isEmpty()) {
      refuse(key, "is missing or empty; allowed: " + SECTION.allowed());
    }
    return section;
  }

  /** Returns the sections of a list; none if it is not there. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Value value : get(key, Kind.LIST, List.of())) {
      value.read(SECTION).ifPresent(sections::add);
    }
    return sections;
  }

  /** Returns all keys with their values, whatever these are. */
  List<Entry> entries() {
    asked.addAll(entries.keySet());
    return List.copyOf(entries.values());
  }

  /** Returns all values as sections by their keys. */
  <K> Map<K, Section> sectionsBy(Kind<K> key) {
    Map<K, Section> sections = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      entry
          .key()
          .read(key)
          .ifPresent(known -> entry.value().read(SECTION).ifPresent(of -> sections.put(known, of)));
    }
    return sections;
  }

  /** Says what is wrong with a key. */
  void refuse(String key, String text) {
    Entry entry = entries.get(key);
    int line = entry == null ? self.line() : entry.key().line();
    self.findings().refuse(line, path(key) + " " + text);
  }

  /** Says what is wrong with the section as a whole. */
  void refuse(String text) {
    self.findings().refuse(self.line(), self.path() + " " + text);
  }

  void refuseUnknown() {
    entries.keySet().stream()
        .filter(key -> !asked.contains(key))
        .forEach(key -> refuse(key, "is not known; allowed: " + String.join(", ", asked)));
  }
}
