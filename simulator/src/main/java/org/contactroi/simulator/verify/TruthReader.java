package org.contactroi.simulator.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads what {@code simulate --truth} wrote. */
final class TruthReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthReader() {}

  /**
   * Returns what is true.
   *
   * @throws IllegalArgumentException naming the file, and the line that is none of a truth
   */
  static Figures read(Path file) {
    Figures truth = Figures.none();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(truth, line, file + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--truth " + file + " cannot be read: " + e.getMessage(), e);
    }
    return truth;
  }

  private static void add(Figures truth, String text, String place) {
    try {
      if (!isAdded(truth, JSON.readTree(text))) {
        throw new IllegalArgumentException(
            place
                + ": is no line of a truth; allowed: {\"key\": ..., \"totals\": {...}} or"
                + " {\"key\": ..., \"to\": ..., \"statement\": {...}}");
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place + ": is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static boolean isAdded(Figures truth, JsonNode line) {
    String key = line.path("key").asText("");
    if (line.get("totals") instanceof ObjectNode totals) {
      truth.totals().put(key, totals);
      if (line.get("money") instanceof ObjectNode money) {
        truth.money().put(key, money);
      }
      return line.path("key").isTextual();
    }
    if (line.get("statement") instanceof ObjectNode statement) {
      truth.statements().put(key + " " + line.path("to").asText(), statement);
      return line.path("key").isTextual() && line.path("to").isTextual();
    }
    return false;
  }
}
