package org.contactroi.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.contactroi.notation.NearestKey;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A part of a file with keys and values. What cannot be read is told as a problem and replaced by a
 * stand-in, so that reading goes on to the next problem.
 */
public final class Section {

  private final Source source;
  private final String path;
  private final Place place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> broken = new HashSet<>();
  private final Map<String, Section> groups = new HashMap<>();
  private final List<Section> parts = new ArrayList<>();

  /** A key and its value. */
  public record Entry(Value key, Value value) {}

  private Section(Source source, String path, Place place) {
    this.source = source;
    this.path = path;
    this.place = place;
  }

  /** The section of a document; one without keys, and a problem, if it is none. */
  static Section document(Source source, Node node) {
    Section section = new Section(source, "", source.place(node));
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(section::add);
    } else {
      section.problem(
          section.place,
          "there is %s; allowed: %s".formatted(Value.shown(node), Form.SECTION.allowed()));
    }
    return section;
  }

  Section part(String partPath, MappingNode mapping) {
    Section part = new Section(source, partPath, source.place(mapping));
    mapping.getValue().forEach(part::add);
    parts.add(part);
    return part;
  }

  private void add(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
      problem(source.place(tuple.getKeyNode()), "a key has to be a text");
      return;
    }
    String key = scalar.getValue();
    Value name = new Value(this, key, source.key(path, key), scalar);
    Value value = new Value(this, key, path(key), tuple.getValueNode());
    if (entries.putIfAbsent(key, new Entry(name, value)) != null) {
      note(
          key,
          name.place(),
          "%s is written twice; allowed: once, as in line %d"
              .formatted(path(key), place(key).line()));
    }
  }

  Source source() {
    return source;
  }

  private String path(String key) {
    return source.path(path, key);
  }

  /** Where it begins. */
  public Place place() {
    return place;
  }

  /** Where a key is written; where the section begins if it is not. */
  public Place place(String key) {
    Entry entry = entries.get(key);
    return entry == null ? place : entry.key().place();
  }

  /** Whether a problem with a key was told. */
  public boolean isBroken(String key) {
    return broken.contains(key);
  }

  /** Whether any problem was told, also of a section within. */
  public boolean isBroken() {
    return !broken.isEmpty() || parts.stream().anyMatch(Section::isBroken);
  }

  /** Whether a key is there. */
  public boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** The value of a key; empty if it is not there or wrong. */
  public <T> Optional<T> find(String key, Form<T> form) {
    return value(key).flatMap(value -> value.read(form));
  }

  /** The value of a key that may be left out; {@code otherwise} too if it is wrong. */
  public <T> T get(String key, Form<T> form, T otherwise) {
    return find(key, form).orElse(otherwise);
  }

  /**
   * The value of a key that has to be there.
   *
   * @param standIn taken if it is missing or wrong
   */
  public <T> T require(String key, Form<T> form, T standIn) {
    if (!has(key)) {
      refuse(key, "is missing; allowed: " + form.allowed());
    }
    return get(key, form, standIn);
  }

  /** The values of a key with a list, or with one value alone; none if it is not there. */
  public List<Value> each(String key) {
    return value(key).map(Value::each).orElse(List.of());
  }

  /** A section within; empty if it is not there. */
  public Optional<Section> findSection(String key) {
    Optional<Section> section = find(key, Form.SECTION);
    section.ifPresent(found -> groups.put(key, found));
    return section;
  }

  /** A section within; one without keys if it is not there. */
  public Section section(String key) {
    return findSection(key).orElseGet(() -> new Section(source, path(key), place));
  }

  /** A section within that has to be there and have keys. */
  public Section requireSection(String key) {
    Section section = section(key);
    if (section.entries.isEmpty() && !isBroken(key)) {
      refuse(key, "is missing or empty; allowed: " + Form.SECTION.allowed());
    }
    return section;
  }

  /** A section within that was read; empty if there is none. */
  public Optional<Section> group(String key) {
    return Optional.ofNullable(groups.get(key));
  }

  /** The sections of a list; none if it is not there. */
  public List<Section> sections(String key) {
    return get(key, Form.LIST, List.of()).stream()
        .flatMap(item -> item.read(Form.SECTION).stream())
        .toList();
  }

  /** All keys with their values, whatever these are. */
  public List<Entry> entries() {
    asked.addAll(entries.keySet());
    return List.copyOf(entries.values());
  }

  /** All values by their keys; keys that are wrong are told and left out, and values too. */
  public <K, T> Map<K, T> by(Form<K> key, Form<T> form) {
    Map<K, T> values = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      entry
          .key()
          .read(key)
          .ifPresent(known -> entry.value().read(form).ifPresent(of -> values.put(known, of)));
    }
    return values;
  }

  /** What is made of the sections by their keys. */
  public <K, T> List<T> all(Form<K> key, BiFunction<K, Section, T> maker) {
    return by(key, Form.SECTION).entrySet().stream()
        .map(section -> maker.apply(section.getKey(), section.getValue()))
        .toList();
  }

  /** Tells what is wrong with a key. */
  public void refuse(String key, String text) {
    note(key, place(key), path(key) + " " + text);
  }

  /** Tells what is wrong with the section as a whole. */
  public void refuse(String text) {
    problem(place, path + " " + text);
  }

  /** Notes a problem with a key or a part of its value. */
  public void note(String key, Place at, String message) {
    broken.add(key);
    problem(at, message);
  }

  /** Tells every key that is none of those allowed. */
  public void requireKnown(Collection<String> allowed) {
    for (String key : entries.keySet()) {
      if (!allowed.contains(key)) {
        note(key, place(key), unknown(key, allowed));
      }
    }
  }

  /** Tells every key, also of the sections within, that nobody has asked for. */
  public void requireAsked() {
    requireKnown(asked);
    parts.forEach(Section::requireAsked);
  }

  private String unknown(String key, Collection<String> allowed) {
    return allowed.isEmpty()
        ? "unknown key '%s'; allowed: none".formatted(path(key))
        : "unknown key '%s', did you mean '%s'? allowed: %s"
            .formatted(path(key), NearestKey.of(key, allowed), String.join(", ", allowed));
  }

  private Optional<Value> value(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  private void problem(Place at, String message) {
    source.problems().add(at, message);
  }
}
