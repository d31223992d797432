package org.contactroi.record;

import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Fields of decoded records by their names, generated and generic classes alike. */
public final class Fields {

  private Fields() {}

  /** A field; null if it is null, or the writer did not know it. */
  public static @Nullable Object find(IndexedRecord decoded, String name) {
    Schema.Field field = decoded.getSchema().getField(name);
    return field == null ? null : decoded.get(field.pos());
  }

  /**
   * A field.
   *
   * @throws AvroTypeException naming it if it is not there
   */
  public static Object get(IndexedRecord decoded, String name) {
    Object value = find(decoded, name);
    if (value == null) {
      throw new AvroTypeException(
          "a record %s has no %s".formatted(decoded.getSchema().getName(), name));
    }
    return value;
  }

  /** A field as text. */
  public static String text(IndexedRecord decoded, String name) {
    return get(decoded, name).toString();
  }

  /** A field that is a record. */
  public static IndexedRecord record(IndexedRecord decoded, String name) {
    return (IndexedRecord) get(decoded, name);
  }

  /** A number, or a day as days since the epoch. */
  public static long number(Object value) {
    return value instanceof LocalDate day ? day.toEpochDay() : ((Number) value).longValue();
  }

  /** An instant as UTC ms. */
  public static long millis(Object value) {
    return value instanceof Instant instant ? instant.toEpochMilli() : number(value);
  }
}
