package org.contactroi.app.rejects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Events as lines that the command import reads: the fields of the envelope, the payload under its
 * name, times as ISO 8601, defaults left out.
 */
public final class EventJson {

  private static final String PAYLOAD = "payload";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private EventJson() {}

  /** As a line. */
  public static ObjectNode of(SpecificRecord event) {
    ObjectNode line = NODES.objectNode();
    for (Schema.Field field : event.getSchema().getFields()) {
      Object value = event.get(field.pos());
      if (field.name().equals(PAYLOAD)) {
        IndexedRecord payload = (IndexedRecord) value;
        line.set(payload.getSchema().getName(), object(payload));
      } else {
        put(line, field, value);
      }
    }
    return line;
  }

  private static ObjectNode object(IndexedRecord record) {
    ObjectNode object = NODES.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      put(object, field, record.get(field.pos()));
    }
    return object;
  }

  private static void put(ObjectNode object, Schema.Field field, @Nullable Object value) {
    boolean isDefault =
        field.hasDefaultValue() && Objects.equals(value, SpecificData.get().getDefaultValue(field));
    if (!isDefault) {
      object.set(field.name(), node(field.schema(), value));
    }
  }

  private static JsonNode node(Schema schema, @Nullable Object value) {
    if (value == null) {
      return NODES.nullNode();
    }
    if (value instanceof IndexedRecord record) {
      ObjectNode fields = object(record);
      return isOneOfSeveral(schema)
          ? NODES.objectNode().set(record.getSchema().getName(), fields)
          : fields;
    }
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = NODES.objectNode();
      new TreeMap<>(map)
          .forEach((key, of) -> object.set(String.valueOf(key), node(schema.getValueType(), of)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = NODES.arrayNode();
      list.forEach(element -> array.add(node(schema.getElementType(), element)));
      return array;
    }
    return simple(value);
  }

  private static JsonNode simple(Object value) {
    if (value instanceof Boolean is) {
      return NODES.booleanNode(is);
    }
    if (value instanceof Integer number) {
      return NODES.numberNode(number);
    }
    if (value instanceof Long number) {
      return NODES.numberNode(number);
    }
    return value instanceof Double number
        ? NODES.numberNode(number)
        : NODES.textNode(value.toString());
  }

  /** Such values stand under their names. */
  private static boolean isOneOfSeveral(Schema schema) {
    return schema.isUnion()
        && schema.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).count()
            > 1;
  }
}
