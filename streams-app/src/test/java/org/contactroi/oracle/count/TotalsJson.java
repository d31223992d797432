package org.contactroi.oracle.count;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Totals as JSON, with the names of records and without what is 0 or empty: those that are counted
 * and those that are published alike, so that they can be held against each other.
 */
public final class TotalsJson {

  private static final List<String> DAY = List.of("utc_day", "episodes");
  private static final List<String> BUCKET = List.of("lower", "count");

  private static final Map<String, List<String>> LINES =
      Map.of(
          "cost/usage", List.of("resource", "key", "channel", "quantity"),
          "sales/sales",
              List.of("currency", "kind", "attribution", "count", "amount_micros", "margin_micros"),
          "saving/cells",
              List.of(
                  "channel",
                  "issue",
                  "episodes",
                  "contacts",
                  "handled_contacts",
                  "effort_ms",
                  "resolved"),
          "saving/usage",
              List.of("channel", "issue", "resource", "key", "usage_channel", "quantity"));

  private TotalsJson() {}

  /** Returns what is counted at a key. */
  public static ObjectNode of(String key, Amounts amounts) {
    String family = key.split("/", -1)[1];
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    amounts.numbers().forEach(json::put);
    amounts
        .counts()
        .forEach(
            (measure, counts) -> {
              List<String> names = measure.equals("open_until") ? DAY : BUCKET;
              ArrayNode array = json.putArray(measure);
              counts.forEach((at, count) -> line(array.addObject(), names, List.of(at, count)));
            });
    amounts
        .lines()
        .forEach(
            (measure, lines) -> {
              List<String> names = LINES.getOrDefault(family + "/" + measure, List.of());
              ArrayNode array = json.putArray(measure);
              lines.forEach(
                  (parts, quantities) -> {
                    ObjectNode line = array.addObject();
                    line(line, names, parts);
                    List<Long> rest = Arrays.stream(quantities).boxed().toList();
                    line(line, names.subList(parts.size(), names.size()), rest);
                  });
            });
    return json;
  }

  private static void line(ObjectNode line, List<String> names, List<?> values) {
    for (int i = 0; i < values.size(); i++) {
      put(line, names.get(i), values.get(i));
    }
  }

  /** Returns what a record of the topic of the totals says, by family. */
  public static Map<String, ObjectNode> byFamily(IndexedRecord published) {
    Map<String, ObjectNode> byFamily = new TreeMap<>();
    int totals = published.getSchema().getField("totals").pos();
    IndexedRecord sections = (IndexedRecord) published.get(totals);
    for (Schema.Field family : sections.getSchema().getFields()) {
      if (sections.get(family.pos()) instanceof IndexedRecord section) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        putAll(section, json);
        byFamily.put(family.name().replace('_', '-'), json);
      }
    }
    return byFamily;
  }

  private static void putAll(IndexedRecord totals, ObjectNode json) {
    for (Schema.Field field : totals.getSchema().getFields()) {
      Object value = totals.get(field.pos());
      if (value instanceof Collection<?> lines && !lines.isEmpty()) {
        ArrayNode array = json.putArray(field.name());
        lines.forEach(line -> putLine((IndexedRecord) line, array.addObject()));
      } else if (value instanceof Long number && number != 0) {
        json.put(field.name(), number);
      }
    }
  }

  private static void putLine(IndexedRecord line, ObjectNode json) {
    line.getSchema().getFields().forEach(field -> put(json, field.name(), line.get(field.pos())));
  }

  private static void put(ObjectNode json, String name, Object value) {
    if (value instanceof Number number) {
      json.put(name, number.longValue());
    } else if (value instanceof LocalDate day) {
      json.put(name, day.toEpochDay());
    } else {
      json.put(name, value.toString());
    }
  }
}
