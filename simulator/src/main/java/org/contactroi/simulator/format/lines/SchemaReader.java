package org.contactroi.simulator.format.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.wire.GeneratedClasses;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of schemas of JSON as people write it: times are ISO 8601 instants, a value that may
 * be null stands by itself, and what is left out has the schema's default.
 *
 * @param faults gets everything that a schema does not allow; what is made then is not to be used
 */
record SchemaReader(Faults faults) {

  private static final SpecificData DATA = SpecificData.get();

  static {
    GeneratedClasses.trust();
  }

  /**
   * Reads a record, of whose fields some are for others to read.
   *
   * @param path names the object in messages; empty for the whole line
   */
  SpecificRecord record(Schema schema, JsonNode object, String path, Set<String> others) {
    SpecificRecord made = (SpecificRecord) DATA.newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      if (!others.contains(field.name())) {
        field(made, field, object.get(field.name()), within(path, field.name()));
      }
    }
    return made;
  }

  private void field(
      SpecificRecord made, Schema.Field field, @Nullable JsonNode value, String path) {
    int before = faults.count();
    if (value != null) {
      @Nullable Object read = value(field.schema(), value, path);
      if (faults.count() == before) {
        made.put(field.pos(), read);
      }
    } else if (field.hasDefaultValue()) {
      made.put(field.pos(), DATA.deepCopy(field.schema(), DATA.getDefaultValue(field)));
    } else {
      faults.missing(path, allowed(field.schema()));
    }
  }

  /** Reads a value of a schema. */
  @Nullable Object value(Schema schema, JsonNode value, String path) {
    return switch (schema.getType()) {
      case UNION -> union(schema, value, path);
      case RECORD -> value.isObject() ? object(schema, value, path) : wrong(schema, value, path);
      case MAP -> value.isObject() ? map(schema, value, path) : wrong(schema, value, path);
      case ARRAY -> value.isArray() ? list(schema, value, path) : wrong(schema, value, path);
      default -> {
        @Nullable Object simple = simple(schema, value);
        yield simple == null ? wrong(schema, value, path) : simple;
      }
    };
  }

  private @Nullable Object wrong(Schema schema, JsonNode value, String path) {
    faults.wrong(path, value, allowed(schema));
    return null;
  }

  private @Nullable Object union(Schema schema, JsonNode value, String path) {
    List<Schema> branches = branches(schema);
    if (value.isNull() && branches.size() < schema.getTypes().size()) {
      return null;
    }
    if (branches.size() == 1) {
      return value(branches.get(0), value, path);
    }
    for (Schema branch : branches) {
      if (value.size() == 1 && value.has(branch.getName())) {
        return value(branch, value.path(branch.getName()), within(path, branch.getName()));
      }
    }
    return wrong(schema, value, path);
  }

  private static List<Schema> branches(Schema union) {
    return union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
  }

  private Object object(Schema schema, JsonNode object, String path) {
    refuseUnknown(object, path, names(schema));
    return record(schema, object, path, Set.of());
  }

  /** Notes the fields of an object that are none of those allowed. */
  void refuseUnknown(JsonNode object, String path, List<String> allowed) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!allowed.contains(name)) {
                faults.unknown(within(path, name), name, allowed);
              }
            });
  }

  private Map<String, @Nullable Object> map(Schema schema, JsonNode object, String path) {
    Map<String, @Nullable Object> map = new TreeMap<>();
    object
        .properties()
        .forEach(
            entry ->
                map.put(
                    entry.getKey(),
                    value(schema.getValueType(), entry.getValue(), within(path, entry.getKey()))));
    return map;
  }

  private List<@Nullable Object> list(Schema schema, JsonNode array, String path) {
    List<@Nullable Object> list = new ArrayList<>();
    for (JsonNode element : array) {
      list.add(value(schema.getElementType(), element, path + "[" + list.size() + "]"));
    }
    return list;
  }

  /** The value of a schema that has no parts; null if it is none. */
  private static @Nullable Object simple(Schema schema, JsonNode value) {
    return switch (schema.getType()) {
      case STRING -> value.isTextual() ? value.textValue() : null;
      case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
      case INT -> value.isIntegralNumber() && value.canConvertToInt() ? value.intValue() : null;
      case LONG -> isTime(schema) ? instant(value) : wholeNumber(value);
      case DOUBLE -> value.isNumber() ? value.doubleValue() : null;
      case ENUM ->
          value.isTextual() && schema.hasEnumSymbol(value.textValue())
              ? DATA.createEnum(value.textValue(), schema)
              : null;
      default -> throw new IllegalStateException("no event has a value of " + schema.getType());
    };
  }

  private static @Nullable Long wholeNumber(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
  }

  private static @Nullable Instant instant(JsonNode value) {
    try {
      return Instant.ofEpochMilli(Instant.parse(value.asText()).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static boolean isTime(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }

  private static String allowed(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          branches(schema).stream().map(SchemaReader::allowed).collect(Collectors.joining(", or "));
      case RECORD -> "an object {...} with fields of " + schema.getName();
      case MAP -> "an object, of whose fields each is " + allowed(schema.getValueType());
      case ARRAY -> "a list, of which each is " + allowed(schema.getElementType());
      case STRING -> "a text in quotation marks";
      case BOOLEAN -> "true, false";
      case INT -> wholeNumbers(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG ->
          isTime(schema)
              ? "an instant such as 2026-03-02T09:00:00Z"
              : wholeNumbers(Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> "a number";
      case ENUM -> String.join(", ", schema.getEnumSymbols());
      default -> throw new IllegalStateException("no event has a value of " + schema.getType());
    };
  }

  private static String wholeNumbers(long least, long most) {
    return "a whole number from %d to %d".formatted(least, most);
  }

  private static List<String> names(Schema schema) {
    return schema.getFields().stream().map(Schema.Field::name).toList();
  }

  private static String within(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
