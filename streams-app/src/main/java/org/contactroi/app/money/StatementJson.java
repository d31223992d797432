package org.contactroi.app.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.baseline.Score;

/**
 * Statements as JSON: every field as published, and the figure that each score is; amounts in
 * millionths, exact.
 */
final class StatementJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StatementJson() {}

  /** A statement with some of its tracks. */
  static ObjectNode of(TenantStatement statement, List<Track> tracks) {
    ObjectNode json;
    try {
      json = (ObjectNode) MAPPER.readTree(statement.json());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record is written as JSON", e);
    }
    for (Track track : Track.values()) {
      if (!tracks.contains(track)) {
        json.remove(track.id());
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
