package org.contactroi.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.outputs.ContainmentKpi;
import org.contactroi.outputs.CostKpi;
import org.contactroi.outputs.ExperienceKpi;
import org.contactroi.outputs.FirstContactResolutionKpi;
import org.contactroi.outputs.HandleTimeKpi;
import org.contactroi.outputs.OccupancyKpi;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.SalesKpi;
import org.contactroi.outputs.SavingKpi;
import org.contactroi.outputs.ServiceLevelKpi;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.outputs.VolumeKpi;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Output records made by hand, as plain Avro without a registry, and what reads them. */
public final class Published {

  public static final Topics TOPICS = new Topics("contact-roi.");

  private static final Map<String, Schema> SCHEMAS = schemas();

  private Published() {}

  /** Reads what this class writes. */
  public static RecordReader reader() {
    return new RecordReader((topic, value) -> decode(schema(topic), value));
  }

  /** A KPI record of an hour in zone Europe/Berlin. */
  static byte[] kpi(Totals totals, long start, long end, long watermark, double settled) {
    Schema schema = schema(TOPICS.kpi(totals.family()));
    GenericRecord figures = new GenericData.Record(schema.getField("figures").schema());
    figures.getSchema().getFields().forEach(field -> figures.put(field.pos(), empty(field)));
    return encode(
        new GenericRecordBuilder(schema)
            .set("tenant_id", "acme")
            .set("slice", "all")
            .set("value", "")
            .set("window", symbol(schema, "window", "HOUR"))
            .set("start", start)
            .set("end", end)
            .set("zone", "Europe/Berlin")
            .set("tzdb_version", "2026a")
            .set("policy_version", "default")
            .set("status", symbol(schema, "status", "PROVISIONAL"))
            .set("settled_fraction", settled)
            .set("watermark", watermark)
            .set("revision", 3L)
            .set("totals", record(schema.getField("totals").schema(), totals))
            .set("figures", figures)
            .build());
  }

  /** A record of topic totals. */
  public static byte[] totals(Totals totals) {
    Schema schema = TotalsRecord.getClassSchema();
    Schema of = schema(TOPICS.kpi(totals.family())).getField("totals").schema();
    return encode(new GenericRecordBuilder(schema).set("totals", record(of, totals)).build());
  }

  static byte[] reject(String reason) {
    return encode(
        new GenericRecordBuilder(RejectedEvent.getClassSchema())
            .set("reason", reason)
            .set("detail", "")
            .set("topic", "t")
            .set("partition", 0)
            .set("offset", 0L)
            .set("event", ByteBuffer.allocate(0))
            .build());
  }

  private static GenericRecord record(Schema schema, Totals totals) {
    GenericRecordBuilder record = new GenericRecordBuilder(schema);
    for (Measure measure : totals.family().measures()) {
      Schema field = schema.getField(measure.fieldName()).schema();
      record.set(
          measure.fieldName(),
          switch (measure.shape()) {
            case SCALAR -> totals.get(measure);
            case HISTOGRAM, DAYS -> pairs(field.getElementType(), totals.distribution(measure));
            case USAGE, SALES, SAVING_CELLS, CELL_USAGE ->
                lines(field.getElementType(), totals.breakdown(measure));
          });
    }
    return record.build();
  }

  private static List<GenericRecord> lines(Schema schema, Breakdown breakdown) {
    List<GenericRecord> lines = new ArrayList<>();
    for (Breakdown.Line line : breakdown.lines()) {
      GenericRecord record = new GenericData.Record(schema);
      int field = 0;
      for (String part : line.key()) {
        record.put(field++, part);
      }
      for (int i = 0; i < line.size(); i++) {
        record.put(field++, line.quantity(i));
      }
      lines.add(record);
    }
    return lines;
  }

  private static List<GenericRecord> pairs(Schema schema, Distribution distribution) {
    List<GenericRecord> pairs = new ArrayList<>();
    for (int i = 0; i < distribution.size(); i++) {
      GenericRecord pair = new GenericData.Record(schema);
      boolean isDay = schema.getFields().get(0).schema().getType() == Schema.Type.INT;
      pair.put(0, isDay ? (Object) (int) distribution.key(i) : distribution.key(i));
      pair.put(1, distribution.count(i));
      pairs.add(pair);
    }
    return pairs;
  }

  private static @Nullable Object empty(Schema.Field field) {
    return field.schema().getType() == Schema.Type.UNION
        ? null
        : new GenericRecordBuilder(field.schema())
            .set("numerator", 0L)
            .set("denominator", 0L)
            .build();
  }

  private static Object symbol(Schema schema, String field, String symbol) {
    return new GenericData.EnumSymbol(schema.getField(field).schema(), symbol);
  }

  private static byte[] encode(GenericRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static GenericRecord decode(Schema schema, byte[] value) {
    try {
      return new GenericDatumReader<GenericRecord>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(value, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String topic) {
    return Objects.requireNonNull(SCHEMAS.get(topic), topic);
  }

  private static Map<String, Schema> schemas() {
    Map<String, Schema> schemas = new HashMap<>();
    schemas.put(TOPICS.kpi(Family.HANDLE_TIME), HandleTimeKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.SERVICE_LEVEL), ServiceLevelKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.CONTAINMENT), ContainmentKpi.getClassSchema());
    schemas.put(
        TOPICS.kpi(Family.FIRST_CONTACT_RESOLUTION), FirstContactResolutionKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.VOLUME), VolumeKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.SAVING), SavingKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.COST), CostKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.EXPERIENCE), ExperienceKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.SALES), SalesKpi.getClassSchema());
    schemas.put(TOPICS.kpi(Family.OCCUPANCY), OccupancyKpi.getClassSchema());
    schemas.put(TOPICS.totals(), TotalsRecord.getClassSchema());
    schemas.put(TOPICS.rejects(), RejectedEvent.getClassSchema());
    return Map.copyOf(schemas);
  }
}
