package org.contactroi.simulator.truth;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The true totals as JSON Lines: one object a key, {@code {"key": ..., "totals": {...}}}, keys as
 * in the topic of the totals and in their order, totals with the names of its records. What is 0 is
 * left out.
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
        JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
      for (Map.Entry<String, Amounts> total : totals.entrySet()) {
        write(json, total.getKey(), total.getValue());
      }
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file + " failed: " + e.getMessage(), e);
    }
    return totals.size();
  }

  private static void write(JsonGenerator json, String key, Amounts amounts) throws IOException {
    json.writeStartObject();
    json.writeStringField("key", key);
    json.writeObjectFieldStart("totals");
    for (Map.Entry<String, Long> number : amounts.numbers().entrySet()) {
      json.writeNumberField(number.getKey(), number.getValue());
    }
    for (Map.Entry<String, SortedMap<Long, Long>> counts : amounts.counts().entrySet()) {
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
    json.writeEndObject();
  }

  private static void writeCounts(JsonGenerator json, String measure, SortedMap<Long, Long> counts)
      throws IOException {
    List<String> names = measure.equals("open_until") ? DAY : BUCKET;
    json.writeArrayFieldStart(measure);
    for (Map.Entry<Long, Long> count : counts.entrySet()) {
      json.writeStartObject();
      json.writeNumberField(names.get(0), count.getKey());
      json.writeNumberField(names.get(1), count.getValue());
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
