package org.contactroi.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Decodes output records by the deserializer of the configuration, generated and generic classes
 * alike. Thread safe.
 */
public final class RecordReader implements AutoCloseable {

  private final Deserializer<?> deserializer;

  public RecordReader(Deserializer<?> deserializer) {
    this.deserializer = deserializer;
  }

  /**
   * A reader with the deserializer of a configuration.
   *
   * @param deserializerClass its name
   * @param serdes its properties
   * @throws ConfigException naming the class when it is no deserializer
   */
  public static RecordReader of(String deserializerClass, Map<String, String> serdes) {
    try {
      Deserializer<?> deserializer = Utils.newInstance(deserializerClass, Deserializer.class);
      Map<String, Object> properties = new HashMap<>(serdes);
      properties.put("specific.avro.reader", "true");
      deserializer.configure(properties, false);
      return new RecordReader(deserializer);
    } catch (ClassNotFoundException | ClassCastException e) {
      throw new ConfigException(
          "value.deserializer", deserializerClass, "is no deserializer: " + e);
    }
  }

  /** Decodes a value. */
  public synchronized IndexedRecord decode(String topic, byte[] value) {
    if (deserializer.deserialize(topic, value) instanceof IndexedRecord decoded) {
      return decoded;
    }
    throw new SerializationException("a value of topic %s is no Avro record".formatted(topic));
  }

  /** Decodes a KPI record. */
  public KpiRecord kpi(String topic, Family family, byte[] value) {
    IndexedRecord decoded = decode(topic, value);
    Object watermark = fieldOrNull(decoded, "watermark");
    return new KpiRecord(
        millis(field(decoded, "end")),
        field(decoded, "zone").toString(),
        field(decoded, "status").toString(),
        ((Number) field(decoded, "settled_fraction")).doubleValue(),
        watermark == null ? null : millis(watermark),
        number(field(decoded, "revision")),
        totals(family, (IndexedRecord) field(decoded, "totals")));
  }

  /**
   * Decodes a record of topic totals.
   *
   * @param family as its key says
   */
  public Totals totals(String topic, Family family, byte[] value) {
    return totals(family, (IndexedRecord) field(decode(topic, value), "totals"));
  }

  /** A field as text. */
  static String text(IndexedRecord decoded, String name) {
    return field(decoded, name).toString();
  }

  @Override
  public synchronized void close() {
    deserializer.close();
  }

  private static Totals totals(Family family, IndexedRecord published) {
    Totals.Builder totals = Totals.builder(family);
    for (Measure measure : family.measures()) {
      Object value = fieldOrNull(published, measure.fieldName());
      if (value != null) {
        add(totals, measure, value);
      }
    }
    return totals.build();
  }

  private static void add(Totals.Builder totals, Measure measure, Object value) {
    switch (measure.shape()) {
      case SCALAR -> totals.add(measure, number(value));
      case HISTOGRAM, DAYS -> totals.add(measure, distribution((List<?>) value));
      case USAGE, SALES, SAVING_CELLS, CELL_USAGE ->
          totals.add(measure, breakdown((List<?>) value, measure.shape()));
    }
  }

  private static Breakdown breakdown(List<?> entries, Measure.Shape shape) {
    return Breakdown.of(records(entries).stream().map(entry -> line(entry, shape)).toList());
  }

  private static Breakdown.Line line(IndexedRecord entry, Measure.Shape shape) {
    return new Breakdown.Line(
        shape.keyParts().stream().map(part -> text(entry, part)).toList(),
        shape.quantities().stream()
            .mapToLong(quantity -> number(field(entry, quantity.fieldName())))
            .toArray());
  }

  /** Entries are pairs: key, then count. */
  private static Distribution distribution(List<?> entries) {
    long[] keys = new long[entries.size()];
    long[] counts = new long[keys.length];
    int n = 0;
    for (IndexedRecord entry : records(entries)) {
      keys[n] = number(entry.get(0));
      counts[n++] = number(entry.get(1));
    }
    return Distribution.of(Arrays.copyOf(keys, n), Arrays.copyOf(counts, n));
  }

  private static List<IndexedRecord> records(List<?> entries) {
    List<IndexedRecord> records = new ArrayList<>(entries.size());
    entries.forEach(entry -> records.add((IndexedRecord) entry));
    return records;
  }

  private static Object field(IndexedRecord decoded, String name) {
    Object value = fieldOrNull(decoded, name);
    if (value == null) {
      throw new SerializationException(
          "a record %s has no %s".formatted(decoded.getSchema().getName(), name));
    }
    return value;
  }

  private static @Nullable Object fieldOrNull(IndexedRecord decoded, String name) {
    Schema.Field field = decoded.getSchema().getField(name);
    return field == null ? null : decoded.get(field.pos());
  }

  private static long number(Object value) {
    return value instanceof LocalDate day ? day.toEpochDay() : ((Number) value).longValue();
  }

  private static long millis(Object value) {
    return value instanceof Instant instant ? instant.toEpochMilli() : number(value);
  }
}
