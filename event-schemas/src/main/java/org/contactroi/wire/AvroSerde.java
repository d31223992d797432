package org.contactroi.wire;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * {@link AvroSerializer} and {@link AvroDeserializer} with one configuration; belongs to one
 * thread, as they do.
 *
 * @param <T> a generated class, or GenericRecord
 */
public final class AvroSerde<T extends GenericContainer> implements Serde<T> {
  private final AvroSerializer<T> serializer = new AvroSerializer<>();
  private final AvroDeserializer<T> deserializer = new AvroDeserializer<>();

  /**
   * Returns a serde of values of one generated class, configured by the keys of {@link
   * RegistrySettings}.
   */
  public static <T extends SpecificRecord> AvroSerde<T> ofValues(
      Class<T> type, Map<String, ?> configuration) {
    Map<String, Object> typed = new HashMap<>(configuration);
    typed.put(WireSettings.SPECIFIC_READER, true);
    typed.put(WireSettings.VALUE_TYPE, type);
    AvroSerde<T> serde = new AvroSerde<>();
    serde.configure(typed, false);
    return serde;
  }

  @Override
  public void configure(Map<String, ?> configuration, boolean isKey) {
    serializer.configure(configuration, isKey);
    deserializer.configure(configuration, isKey);
  }

  @Override
  public void close() {
    serializer.close();
    deserializer.close();
  }

  @Override
  public Serializer<T> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<T> deserializer() {
    return deserializer;
  }
}
