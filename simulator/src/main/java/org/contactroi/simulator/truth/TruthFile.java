package org.contactroi.simulator.truth;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The truth as JSON Lines. One object a window, {@code {"key": ..., "totals": {...}, "money":
 * {...}}}, keys as in the topic of the totals and in their order, what is in them with the names of
 * records, money of cost and saving. Then one a statement and last day, {@code {"key": ..., "to":
 * ..., "statement": {...}}}. What is 0 is left out.
 */
public final class TruthFile {

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

  private static final List<String> DAY = List.of("utc_day", "episodes");
  private static final List<String> BUCKET = List.of("lower", "count");

  private TruthFile() {}

  /**
   * Writes the totals of all that was told.
   *
   * @return how many keys there are
   * @throws UncheckedIOException if the file cannot be written
   */
  public static int write(Truth truth, Path file) {
    SortedMap<String, Amounts> totals = truth.totals();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json =
            new ObjectMapper().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      List<TrueMoney> valued = valued(truth, totals);
      for (Map.Entry<String, Amounts> total : totals.entrySet()) {
        write(json, total.getKey(), total.getValue(), money(valued, total.getKey()));
      }
      for (TrueMoney of : valued) {
        for (Statements.Line line : of.statements(truth.lastAt(of.tenant()))) {
          write(json, line);
        }
      }
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file + " failed: " + e.getMessage(), e);
    }
    return totals.size();
  }

  private static List<TrueMoney> valued(Truth truth, SortedMap<String, Amounts> totals) {
    return truth.valued().stream()
        .map(
            tenant -> {
              String prefix = Values.escape(tenant.id());
              // '0' follows '/', so these are the keys of the tenant.
              return new TrueMoney(
                  tenant, truth.customers(tenant), totals.subMap(prefix + "/", prefix + "0"));
            })
        .toList();
  }

  private static @Nullable ObjectNode money(List<TrueMoney> valued, String key) {
    return valued.stream()
        .map(of -> of.window(key))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static void write(JsonGenerator json, Statements.Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", line.key());
    json.writeStringField("to", line.to().toString());
    json.writeFieldName("statement");
    json.writeTree(line.json());
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, String key, Amounts amounts, @Nullable ObjectNode money)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeObjectFieldStart("totals");
    for (String measure : amounts.numbers().keys()) {
      json.writeNumberField(measure, amounts.numbers().get(measure));
    }
    for (Map.Entry<String, SortedSums<Long>> counts : amounts.counts().entrySet()) {
      writeCounts(json, counts.getKey(), counts.getValue());
    }
    String family = key.split("/", -1)[1];
    for (Map.Entry<String, SortedMap<List<String>, long[]>> lines : amounts.lines().entrySet()) {
      json.writeArrayFieldStart(lines.getKey());
      List<String> names = LINES.getOrDefault(family + "/" + lines.getKey(), List.of());
      for (Map.Entry<List<String>, long[]> line : lines.getValue().entrySet()) {
        writeLine(json, names, line);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    if (money != null) {
      json.writeFieldName("money");
      json.writeTree(money);
    }
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String measure, SortedSums<Long> counts)
      throws IOException {
    List<String> names = measure.equals("open_until") ? DAY : BUCKET;
    json.writeArrayFieldStart(measure);
    for (long each : counts.keys()) {
      json.writeStartObject();
      json.writeNumberField(names.get(0), each);
      json.writeNumberField(names.get(1), counts.get(each));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeLine(
      JsonGenerator json, List<String> names, Map.Entry<List<String>, long[]> line)
      throws IOException {
    json.writeStartObject();
    int name = 0;
    for (String part : line.getKey()) {
      json.writeStringField(names.get(name++), part);
    }
    for (long quantity : line.getValue()) {
      json.writeNumberField(names.get(name++), quantity);
    }
    json.writeEndObject();
  }
}
