package org.contactroi.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.topics.PipelineTopics;
import org.contactroi.app.topics.Unread;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.KpiRecord;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.record.KpiRecords;
import org.contactroi.record.RecordReader;
import org.contactroi.record.TotalsRecords;
import org.contactroi.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Output records made by hand, as plain Avro without a registry, and what reads them. */
public final class Published {

  public static final Topics TOPICS = new Topics("contact-roi.");

  /** The pipeline has read everything. */
  public static final Unread ALL_READ =
      new Unread(PipelineTopics.of(AppConfig.defaults()), Map.of(), null);

  private static final Slice ALL = new Slice("all", List.of());

  private static final Map<String, Schema> SCHEMAS = schemas();

  private Published() {}

  /** Reads what this class writes. */
  public static RecordReader reader() {
    return new RecordReader((topic, value) -> decode(schema(topic), value));
  }

  /** A KPI record of an hour in zone Europe/Berlin. */
  public static byte[] kpi(Totals totals, long start, long end, long watermark, double settled) {
    return kpi(totals, new Window(WindowSize.HOUR, start, end), watermark, settled, null);
  }

  /** The same with what it says about money. */
  public static byte[] kpi(
      Totals totals, Window hour, long watermark, double settled, @Nullable Object money) {
    TotalsKey key = new TotalsKey("acme", totals.family(), ALL, WindowSize.HOUR, hour.start());
    return encode(
        KpiRecords.toAvro(
            new Kpi(
                key, hour.end(), "Europe/Berlin", "default", false, settled, watermark, 3, totals),
            money));
  }

  /** A record of topic totals, of a day. */
  public static byte[] totals(Totals... families) {
    RowKey key = new RowKey("acme", ALL, WindowSize.DAY, 0);
    Window window = new Window(WindowSize.DAY, 0, 86_400_000);
    return encode(TotalsRecords.toAvro(key, window, List.of(families), new TreeMap<>()));
  }

  /**
   * A record of topic totals, of a quarter.
   *
   * @param minutes totals of families by start
   */
  public static byte[] quarter(RowKey key, SortedMap<Long, ? extends Collection<Totals>> minutes) {
    Window window = TenantCalendar.quarter(key.start());
    return encode(TotalsRecords.toAvro(key, window, List.of(), minutes));
  }

  public static byte[] reject(String reason) {
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

  public static byte[] statement(StatementRecord statement) {
    return encode(statement);
  }

  private static byte[] encode(IndexedRecord record) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      new SpecificDatumWriter<IndexedRecord>(record.getSchema()).write(record, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static IndexedRecord decode(Schema schema, byte[] value) {
    DatumReader<? extends IndexedRecord> reader =
        schema.equals(StatementRecord.getClassSchema())
            ? new SpecificDatumReader<StatementRecord>(schema)
            : new GenericDatumReader<GenericRecord>(schema);
    try {
      return reader.read(null, DecoderFactory.get().binaryDecoder(value, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema(String topic) {
    return Objects.requireNonNull(SCHEMAS.get(topic), topic);
  }

  private static Map<String, Schema> schemas() {
    Map<String, Schema> schemas = new HashMap<>();
    for (Family family : Families.all()) {
      schemas.put(TOPICS.kpi(family), KpiRecord.getClassSchema());
    }
    schemas.put(TOPICS.totals(), TotalsRecord.getClassSchema());
    schemas.put(TOPICS.roi(), StatementRecord.getClassSchema());
    schemas.put(TOPICS.rejects(), RejectedEvent.getClassSchema());
    return Map.copyOf(schemas);
  }
}
