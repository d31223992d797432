package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true and published in common, and what is not.
 *
 * @param keys how many keys either side has
 * @param differences measures that differ, by key
 */
record Comparison(int keys, List<Difference> differences) {

  Comparison {
    differences = List.copyOf(differences);
  }

  /**
   * Compares by key. Of what is published that counts which is of tenants of which the truth is
   * known.
   */
  static Comparison of(Documents truth, Documents published, Period period) {
    Set<String> tenants = truth.keys().stream().map(Comparison::tenant).collect(Collectors.toSet());
    Set<String> keys = new TreeSet<>();
    Stream.concat(
            truth.keys().stream(),
            published.keys().stream().filter(key -> tenants.contains(tenant(key))))
        .filter(period::contains)
        .forEach(keys::add);
    List<Difference> differences = new ArrayList<>();
    for (String key : keys) {
      differences.addAll(differences(key, truth.find(key), published.find(key)));
    }
    return new Comparison(keys.size(), differences);
  }

  private static String tenant(String key) {
    return key.substring(0, key.indexOf('/'));
  }

  private static List<Difference> differences(
      String key, ObjectNode expected, ObjectNode published) {
    SortedMap<String, JsonNode> one = flat(expected);
    SortedMap<String, JsonNode> other = flat(published);
    Set<String> measures = new TreeSet<>(one.keySet());
    measures.addAll(other.keySet());
    return measures.stream()
        .map(measure -> new Difference(key, measure, one.get(measure), other.get(measure)))
        .filter(found -> !isSame(found.expected(), found.published()))
        .toList();
  }

  /** What stands within is named with a dot between. */
  private static SortedMap<String, JsonNode> flat(ObjectNode node) {
    SortedMap<String, JsonNode> flat = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue() instanceof ObjectNode within) {
        flat(within).forEach((name, value) -> flat.put(field.getKey() + "." + name, value));
      } else {
        flat.put(field.getKey(), field.getValue());
      }
    }
    return flat;
  }

  /** Numbers are the same if they are written alike, whatever type they were read as. */
  private static boolean isSame(@Nullable JsonNode one, @Nullable JsonNode other) {
    return Objects.toString(one).equals(Objects.toString(other));
  }

  /** Returns how many keys have a difference. */
  long differing() {
    return differences.stream().map(Difference::key).distinct().count();
  }

  boolean isSame() {
    return differences.isEmpty();
  }

  /** Returns it as JSON. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("keys", keys).put("differing", differing());
    for (Difference each : differences) {
      ObjectNode line = json.withArray("differences").addObject();
      line.put("key", each.key()).put("measure", each.measure());
      line.set("expected", each.expected());
      line.set("published", each.published());
    }
    return json;
  }
}
