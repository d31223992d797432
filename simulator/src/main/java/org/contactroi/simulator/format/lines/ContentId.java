package org.contactroi.simulator.format.lines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;

/**
 * The id of an event that was given none: a hash of what it says happened. What has its default is
 * left out, so that the id outlives new fields; so is what makes a correction or a retraction of
 * it.
 */
final class ContentId {

  private static final Set<String> NOT_WHAT_HAPPENED =
      Set.of("event_id", "observed_at", "revision", "retracted");

  private static final int BYTES = 16;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ContentId() {}

  /** Returns the id: 32 hexadecimal digits. */
  static String of(IndexedRecord event) {
    byte[] content = said(event).toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(content), BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  private static ObjectNode said(IndexedRecord record) {
    Map<String, JsonNode> said = new TreeMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      Object value = record.get(field.pos());
      if (!NOT_WHAT_HAPPENED.contains(field.name()) && !isDefault(field, value)) {
        said.put(field.name(), node(value));
      }
    }
    ObjectNode object = NODES.objectNode();
    object.set(record.getSchema().getName(), NODES.objectNode().setAll(said));
    return object;
  }

  private static boolean isDefault(Schema.Field field, Object value) {
    return field.hasDefaultValue()
        && Objects.equals(value, SpecificData.get().getDefaultValue(field));
  }

  private static JsonNode node(Object value) {
    if (value instanceof IndexedRecord record) {
      return said(record);
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      new TreeMap<>(map).forEach((key, of) -> object.set(String.valueOf(key), node(of)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(node(element)));
      return array;
    }
    return NODES.textNode(String.valueOf(value));
  }
}
