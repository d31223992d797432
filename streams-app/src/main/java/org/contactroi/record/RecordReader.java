package org.contactroi.record;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.live.LiveSlice;
import org.contactroi.outputs.LiveRecord;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.wire.GeneratedClasses;

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
   * @throws ConfigException naming the class when it is no deserializer
   */
  public static RecordReader of(String deserializerClass, Map<String, String> serdes) {
    GeneratedClasses.trust();
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
  public Kpi kpi(String topic, byte[] value) {
    return KpiRecords.toDomain(decode(topic, value));
  }

  /** Decodes a record of topic totals. */
  public Map<TotalsKey, Totals> totals(String topic, RowKey row, byte[] value) {
    return TotalsRecords.toDomain(row, decode(topic, value));
  }

  /** Decodes a statement, which has to come as the generated class. */
  public TenantStatement statement(String topic, byte[] value) {
    return new TenantStatement((StatementRecord) decode(topic, value));
  }

  /** Decodes what is open in a slice, which has to come as the generated class. */
  public LiveSlice live(String topic, LiveSlice.Key key, byte[] value) {
    return LiveRecords.toDomain(key, (LiveRecord) decode(topic, value));
  }

  @Override
  public synchronized void close() {
    deserializer.close();
  }
}
