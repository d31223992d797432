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
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.TotalsJson;
import org.contactroi.simulator.count.Values;
import org.jspecify.annotations.Nullable;

/**
 * The truth as JSON Lines. One object a window, {@code {"key": ..., "totals": {...}, "money":
 * {...}}}, keys as in the topic of the totals and in their order, what is in them with the names of
 * records, money of cost and saving. Then one a statement and last day, {@code {"key": ..., "to":
 * ..., "statement": {...}}}. What is 0 is left out.
 */
public final class TruthFile {

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
    json.writeFieldName("totals");
    json.writeTree(TotalsJson.of(key, amounts));
    if (money != null) {
      json.writeFieldName("money");
      json.writeTree(money);
    }
    json.writeEndObject();
  }
}
