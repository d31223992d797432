package org.contactroi.simulator.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads what {@code simulate --truth} wrote. */
final class TruthReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TruthReader() {}

  /**
   * Returns totals by key.
   *
   * @throws IllegalArgumentException naming the file, and the line that is none of a truth
   */
  static Map<String, ObjectNode> read(Path file) {
    Map<String, ObjectNode> totals = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          add(totals, line, file + ":" + number);
        }
      }
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--truth " + file + " cannot be read: " + e.getMessage(), e);
    }
    return totals;
  }

  private static void add(Map<String, ObjectNode> totals, String line, String place) {
    try {
      JsonNode total = JSON.readTree(line);
      if (total.path("key").isTextual() && total.get("totals") instanceof ObjectNode of) {
        totals.put(total.get("key").textValue(), of);
        return;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(place + ": is no JSON: " + e.getOriginalMessage(), e);
    }
    throw new IllegalArgumentException(
        place + ": is no line of a truth; allowed: {\"key\": ..., \"totals\": {...}}");
  }
}
