package org.contactroi.serve.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.baseline.Score;

/**
 * Statements as JSON: every field as published, and the figure that each score is; amounts in
 * millionths, exact.
 */
public final class StatementJson {

  /** Names of the tracks: the days that are settled, and all. */
  public static final List<String> TRACKS = List.of("settled", "provisional");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StatementJson() {}

  /** A statement with some of its tracks. */
  public static ObjectNode of(TenantStatement statement, Collection<String> tracks) {
    ObjectNode json;
    try {
      json = (ObjectNode) MAPPER.readTree(statement.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is written as JSON", e);
    }
    for (String track : TRACKS) {
      if (!tracks.contains(track)) {
        json.remove(track);
      }
    }
    json.withArray("scorecard")
        .forEach(
            line ->
                ((ObjectNode) line)
                    .put("figure", Score.valueOf(line.get("score").asText()).figure()));
    return json;
  }
}
