package org.contactroi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records in the wire format; null stays null.
 *
 * <p>Configured by the keys of {@link RegistrySettings} and {@link WireSettings}. Thread safe once
 * configured, and until closed: Kafka Streams hands one instance to all its threads.
 *
 * @param <T> a generated class, or GenericRecord
 */
public final class AvroSerializer<T extends GenericContainer> implements Serializer<T> {
  private static final int FIRST_BUFFER_BYTES = 1024;
  private static final int KEPT_BUFFER_BYTES = 1 << 20;
  private static final ThreadLocal<Output> OUTPUTS = ThreadLocal.withInitial(Output::new);

  static {
    GeneratedClasses.trust();
  }

  private final ConcurrentMap<Target, Writer<T>> writers = new ConcurrentHashMap<>();

  /** Spares a look into the map; threads may overwrite each other's. */
  private @Nullable Writer<T> lastWriter;

  private @Nullable WireSettings settings;
  private @Nullable SharedRegistry registry;

  private record Target(String topic, Schema schema) {
    /** Schemas of generated classes are the same object, which is compared first. */
    boolean matches(String otherTopic, Schema otherSchema) {
      return schema.equals(otherSchema) && topic.equals(otherTopic);
    }
  }

  private record Writer<T>(Target target, int id, DatumWriter<T> datumWriter) {}

  /** The buffer of one thread, with its encoder; the header is written in place. */
  private static final class Output extends ByteArrayOutputStream {
    private @Nullable BinaryEncoder encoder;

    Output() {
      super(FIRST_BUFFER_BYTES);
    }

    BinaryEncoder start(int id) {
      reset();
      count = Header.LENGTH;
      Header.write(id, buf);
      encoder = EncoderFactory.get().binaryEncoder(this, encoder);
      return encoder;
    }

    boolean isLarge() {
      return buf.length > KEPT_BUFFER_BYTES;
    }
  }

  @Override
  public void configure(Map<String, ?> configuration, boolean isKey) {
    close();
    settings = WireSettings.from(configuration, isKey);
    registry = SharedRegistry.open(RegistrySettings.from(configuration));
  }

  /**
   * Returns header and body.
   *
   * @throws SerializationException if the value does not fit its schema; the message names the
   *     schema only
   * @throws RegistryUnavailableException if the schema's id is not known and no registry answers in
   *     time
   * @throws RegistryRefusedException if the registry does not take or know the schema
   */
  @Override
  @NullUnmarked
  public byte[] serialize(String topic, T value) {
    return value == null ? null : encode(writerOf(topic, value), value);
  }

  /** Gives the shared registry client back. */
  @Override
  public void close() {
    writers.clear();
    lastWriter = null;
    if (registry != null) {
      registry.close();
      registry = null;
    }
  }

  private byte[] encode(Writer<T> writer, T value) {
    Output output = OUTPUTS.get();
    try {
      BinaryEncoder encoder = output.start(writer.id());
      writer.datumWriter().write(value, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      // The encoder may hold bytes of the failed value, which it would write in front of the next
      // one.
      OUTPUTS.remove();
      // Not as the cause: messages of Avro quote the value.
      throw new SerializationException(
          "A value does not fit its schema " + value.getSchema().getFullName() + ": " + kind(e));
    }
    if (output.isLarge()) {
      OUTPUTS.remove();
    }
    return output.toByteArray();
  }

  private Writer<T> writerOf(String topic, T value) {
    Schema schema = value.getSchema();
    Writer<T> last = lastWriter;
    if (last != null && last.target().matches(topic, schema)) {
      return last;
    }
    Target target = new Target(topic, schema);
    Writer<T> writer = writers.get(target);
    if (writer == null) {
      writer = new Writer<>(target, idOf(target), datumWriter(value, schema));
      writers.put(target, writer);
    }
    lastWriter = writer;
    return writer;
  }

  private int idOf(Target target) {
    if (settings == null || registry == null) {
      throw new IllegalStateException("The serializer is not configured, or closed");
    }
    String subject = settings.subject(target.topic());
    RegistryClient client = registry.client();
    if (settings.autoRegister()) {
      return client.register(subject, target.schema());
    }
    return settings.useLatest()
        ? latestId(client, subject, target.schema())
        : client.lookup(subject, target.schema());
  }

  /** The newest schema may differ in what the bytes do not show, such as docs and defaults. */
  private static int latestId(RegistryClient client, String subject, Schema schema) {
    RegistryClient.RegisteredSchema latest = client.latest(subject);
    String registered = SchemaNormalization.toParsingForm(latest.schema());
    if (!registered.equals(SchemaNormalization.toParsingForm(schema))) {
      throw new SerializationException(
          "Schema %s writes other bytes than version %d of subject %s, which use.latest.version asks for"
              .formatted(schema.getFullName(), latest.version(), subject));
    }
    return latest.id();
  }

  /** The data model of a generated class knows its conversions, for instance of timestamps. */
  private DatumWriter<T> datumWriter(T value, Schema schema) {
    if (!(value instanceof SpecificRecord)) {
      return new GenericDatumWriter<>(schema);
    }
    SpecificDatumWriter<T> writer = new SpecificDatumWriter<>(schema);
    // Generated code where there is some, in place of a walk along the schema.
    writer.getSpecificData().setCustomCoders(true);
    return writer;
  }

  /** Of a missing value Avro names the field; its other messages quote the value. */
  private static String kind(Exception e) {
    return e instanceof NullPointerException
        ? String.valueOf(e.getMessage())
        : e.getClass().getSimpleName();
  }
}
