package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sum of what is booked on days: amounts and counts add up, quotients are taken anew. */
final class TrackSum {

  private static final List<String> QUOTIENTS =
      List.of("roi", "cost_per_interaction", "saving_per_interaction");

  private TrackSum() {}

  static ObjectNode of(List<ObjectNode> days) {
    ObjectNode sum = JsonNodeFactory.instance.objectNode();
    for (ObjectNode day : days) {
      ObjectNode rest = day.deepCopy();
      rest.remove(QUOTIENTS);
      add(rest, sum);
    }
    clean(sum);
    quotient(sum, "roi", "net_value", amount(sum, "cost"));
    long interactions = sum.path("interactions").asLong();
    quotient(sum, "cost_per_interaction", "interaction_cost", interactions);
    quotient(sum, "saving_per_interaction", "saving", interactions);
    return sum;
  }

  private static long amount(ObjectNode sum, String name) {
    return sum.path(name).path("priced_micros").asLong();
  }

  private static void quotient(ObjectNode sum, String name, String over, long under) {
    if (under > 0 && !sum.path(over).has("unpriced")) {
      ObjectNode quotient = sum.putObject(name);
      if (amount(sum, over) != 0) {
        quotient.put("numerator", amount(sum, over));
      }
      quotient.put("denominator", under);
    }
  }

  private static void add(ObjectNode more, ObjectNode sum) {
    for (Map.Entry<String, JsonNode> field : more.properties()) {
      String name = field.getKey();
      if (field.getValue() instanceof ObjectNode within) {
        add(within, sum.withObject("/" + name));
      } else if (field.getValue() instanceof ArrayNode lines) {
        sum.set(name, merged(lines, sum.withArray("/" + name)));
      } else if (field.getValue().isNumber()) {
        sum.put(name, Math.addExact(sum.path(name).asLong(), field.getValue().asLong()));
      } else {
        sum.set(name, field.getValue());
      }
    }
  }

  /** Lines of the same resource and key add up. */
  private static ArrayNode merged(ArrayNode more, ArrayNode lines) {
    Map<String, ObjectNode> byKey = new TreeMap<>();
    List<JsonNode> all = new ArrayList<>();
    lines.forEach(all::add);
    more.forEach(all::add);
    for (JsonNode line : all) {
      String key = line.path("resource").asText() + " " + line.path("key").asText();
      ObjectNode sum = byKey.computeIfAbsent(key, unseen -> JsonNodeFactory.instance.objectNode());
      add((ObjectNode) line, sum);
    }
    ArrayNode merged = JsonNodeFactory.instance.arrayNode();
    byKey.values().forEach(merged::add);
    return merged;
  }

  /** What is 0 is left out, and an amount that lacks a price has no value. */
  private static void clean(ObjectNode sum) {
    if (sum.has("unpriced")) {
      sum.remove("micros");
    }
    List<String> empty = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : sum.properties()) {
      JsonNode value = field.getValue();
      if (value instanceof ObjectNode within) {
        clean(within);
      }
      value.forEach(
          each -> {
            if (value.isArray() && each instanceof ObjectNode within) {
              clean(within);
            }
          });
      boolean isZero = value.isNumber() && value.asLong() == 0;
      if (isZero || (value.isContainerNode() && value.isEmpty())) {
        empty.add(field.getKey());
      }
    }
    sum.remove(empty);
  }
}
