package org.contactroi.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.contactroi.wire.UndecodableException.Reason;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Reads the wire format; null stays null.
 *
 * <p>Configured by the keys of {@link RegistrySettings} and {@link WireSettings}. Values are
 * GenericRecords, or with {@code specific.avro.reader} instances of the class generated from the
 * schema of the writer's name, resolved to that class's schema; {@code specific.avro.value.type}
 * pins the class, which keeps other contracts out of a topic.
 *
 * <p>Thread safe once configured, and until closed: Kafka Streams hands one instance to all its
 * threads.
 *
 * @param <T> a generated class, or GenericRecord
 */
public final class AvroDeserializer<T> implements Deserializer<T> {
  static {
    GeneratedClasses.trust();
  }

  private final ConcurrentMap<Integer, Reader<T>> readers = new ConcurrentHashMap<>();

  /** Spares boxing the id; threads may overwrite each other's, which costs a look into the map. */
  private @Nullable Reader<T> lastReader;

  private @Nullable WireSettings settings;
  private @Nullable SharedRegistry registry;

  private record Reader<T>(int id, Schema writer, DatumReader<T> datumReader) {}

  @Override
  public void configure(Map<String, ?> configuration, boolean isKey) {
    close();
    settings = WireSettings.from(configuration, isKey);
    registry = SharedRegistry.open(RegistrySettings.from(configuration));
  }

  /**
   * Returns the value.
   *
   * @throws UndecodableException if the bytes are no such value, now or ever
   * @throws RegistryUnavailableException if the schema is not known and no registry answers in
   *     time: nothing is said about the bytes
   * @throws RegistryRefusedException if the registry refuses for another reason than an unknown id:
   *     the same
   */
  @Override
  @NullUnmarked
  public T deserialize(String topic, byte[] data) {
    return data == null ? null : decode(data, 0, data.length);
  }

  /** The same without a copy of the buffer's bytes; its position stays where it is. */
  @Override
  @NullUnmarked
  public T deserialize(String topic, Headers headers, ByteBuffer data) {
    if (data == null) {
      return null;
    }
    if (data.hasArray()) {
      return decode(data.array(), data.arrayOffset() + data.position(), data.remaining());
    }
    byte[] copy = new byte[data.remaining()];
    data.duplicate().get(copy);
    return decode(copy, 0, copy.length);
  }

  /** Gives the shared registry client back. */
  @Override
  public void close() {
    readers.clear();
    lastReader = null;
    if (registry != null) {
      registry.close();
      registry = null;
    }
  }

  private T decode(byte[] bytes, int offset, int length) {
    Reader<T> reader = readerOf(Header.read(bytes, offset, length));
    ByteBuffer body = ByteBuffer.wrap(bytes, offset + Header.LENGTH, length - Header.LENGTH);
    try {
      return read(reader.datumReader(), body);
    } catch (EOFException e) {
      throw undecodable(Reason.TRUNCATED, reader, "the body ends too early", e);
    } catch (AvroTypeException e) {
      throw isOfWritersSchema(reader, body)
          ? undecodable(Reason.SCHEMA_MISMATCH, reader, "it cannot be read as what is expected", e)
          : undecodable(Reason.MALFORMED_BODY, reader, "the body is not of this schema", e);
    } catch (IOException | RuntimeException e) {
      // Whatever garbage makes Avro throw is about the bytes: the schema has been resolved before.
      throw undecodable(Reason.MALFORMED_BODY, reader, "the body is not of this schema", e);
    }
  }

  private static <V> V read(DatumReader<V> reader, ByteBuffer body) throws IOException {
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                body.array(), body.arrayOffset() + body.position(), body.remaining(), null);
    @SuppressWarnings("NullAway") // nothing is there to be used again
    V value = reader.read(null, decoder);
    if (!decoder.isEnd()) {
      throw new AvroRuntimeException("bytes after the end");
    }
    return value;
  }

  /** Avro throws the same for an index out of range and for a branch that is not expected here. */
  private static boolean isOfWritersSchema(Reader<?> reader, ByteBuffer body) {
    try {
      read(new GenericDatumReader<>(reader.writer()), body);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private Reader<T> readerOf(int id) {
    Reader<T> last = lastReader;
    if (last != null && last.id() == id) {
      return last;
    }
    Reader<T> reader = readers.get(id);
    if (reader == null) {
      reader = newReader(id);
      readers.put(id, reader);
    }
    lastReader = reader;
    return reader;
  }

  private Reader<T> newReader(int id) {
    if (settings == null || registry == null) {
      throw new IllegalStateException("The deserializer is not configured, or closed");
    }
    Schema writer =
        registry
            .client()
            .schemaById(id)
            .orElseThrow(
                () ->
                    new UndecodableException(
                        Reason.UNKNOWN_SCHEMA_ID, "the registry has no schema of id " + id));
    DatumReader<T> datumReader =
        settings.specific() || settings.expectedType() != null
            ? specificReader(id, writer, settings.expectedType())
            : new GenericDatumReader<>(writer);
    return new Reader<>(id, writer, datumReader);
  }

  private DatumReader<T> specificReader(
      int id, Schema writer, @Nullable Class<? extends SpecificRecord> expectedType) {
    Class<?> type = expectedType == null ? SpecificData.get().getClass(writer) : expectedType;
    if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
      throw mismatch(id, writer, "has no generated class here");
    }
    SpecificData model = SpecificData.getForClass(type);
    Schema expected = model.getSchema(type);
    if (!SchemaCompatibility.schemaNameEquals(expected, writer)) {
      throw mismatch(id, writer, "is not the expected " + expected.getFullName());
    }
    return new SpecificDatumReader<>(writer, expected, model);
  }

  private static UndecodableException mismatch(int id, Schema writer, String problem) {
    return new UndecodableException(
        Reason.SCHEMA_MISMATCH, "schema id " + id + ", " + writer.getFullName() + ", " + problem);
  }

  private static UndecodableException undecodable(
      Reason reason, Reader<?> reader, String problem, @Nullable Exception cause) {
    return new UndecodableException(
        reason,
        "schema id " + reader.id() + ", " + reader.writer().getFullName() + ": " + problem,
        cause);
  }
}
