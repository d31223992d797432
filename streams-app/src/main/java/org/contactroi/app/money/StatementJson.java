package org.contactroi.app.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/** Statements as JSON: every field as published, amounts in millionths, exact. */
final class StatementJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StatementJson() {}

  /** A statement with some of its tracks. */
  static ObjectNode of(TenantStatement statement, List<Track> tracks) {
    ObjectNode json = record(statement.published());
    for (Track track : Track.values()) {
      if (!tracks.contains(track)) {
        json.remove(track.id());
      }
    }
    return json;
  }

  private static ObjectNode record(IndexedRecord published) {
    ObjectNode json = JSON.objectNode();
    published
        .getSchema()
        .getFields()
        .forEach(field -> json.set(field.name(), node(published.get(field.pos()))));
    return json;
  }

  private static JsonNode node(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof IndexedRecord published) {
      return record(published);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(entry -> array.add(node(entry)));
      return array;
    }
    if (value instanceof Double number) {
      return JSON.numberNode(number);
    }
    return value instanceof Number number
        ? JSON.numberNode(number.longValue())
        : JSON.textNode(value.toString());
  }
}
