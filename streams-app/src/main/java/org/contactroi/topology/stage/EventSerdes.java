package org.contactroi.topology.stage;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.contactroi.wire.GeneratedClasses;

/**
 * Makes serializers and deserializers of the wire format. They are chosen by class name, so that
 * Confluent's own take the place of the product's by configuration alone.
 *
 * @param configuration of both, such as {@code schema.registry.url}
 */
public record EventSerdes(
    String serializerClass, String deserializerClass, Map<String, String> configuration) {

  private static final String SPECIFIC_READER = "specific.avro.reader";

  public EventSerdes {
    configuration = Map.copyOf(configuration);
  }

  public Serializer<SpecificRecord> serializer() {
    Serializer<SpecificRecord> serializer = instantiate(serializerClass, Serializer.class);
    serializer.configure(configuration, false);
    return serializer;
  }

  public <T extends SpecificRecord> Deserializer<T> deserializer() {
    Deserializer<T> deserializer = instantiate(deserializerClass, Deserializer.class);
    Map<String, Object> specific = new HashMap<>(configuration);
    specific.put(SPECIFIC_READER, true);
    deserializer.configure(specific, false);
    return deserializer;
  }

  @SuppressWarnings("unchecked")
  private static <T> T instantiate(String className, Class<? super T> type) {
    GeneratedClasses.trust();
    try {
      return (T) Utils.newInstance(className, type);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "class '%s' is not on the class path".formatted(className), e);
    }
  }
}
