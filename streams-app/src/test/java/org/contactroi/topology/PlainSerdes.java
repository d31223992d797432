package org.contactroi.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.contactroi.topology.stage.EventSerdes;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.wire.Contracts;

/** The wire format without a registry: the id of a schema is the place of its contract. */
public final class PlainSerdes {

  private static final int HEADER_BYTES = 5;
  private static final List<Schema> SCHEMAS =
      Contracts.all().stream().map(Contracts.Contract::schema).toList();

  private PlainSerdes() {}

  static EventSerdes eventSerdes() {
    return new EventSerdes(Writing.class.getName(), Reading.class.getName(), Map.of());
  }

  /** Writes. */
  public static final class Writing implements Serializer<SpecificRecord> {
    @Override
    public byte[] serialize(String topic, SpecificRecord value) {
      byte[] body =
          AvroBytes.write(
              encoder ->
                  new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder));
      return ByteBuffer.allocate(HEADER_BYTES + body.length)
          .put((byte) 0)
          .putInt(SCHEMAS.indexOf(value.getSchema()))
          .put(body)
          .array();
    }
  }

  /** Reads. */
  public static final class Reading implements Deserializer<SpecificRecord> {
    private final List<SpecificDatumReader<SpecificRecord>> readers =
        SCHEMAS.stream().map(SpecificDatumReader<SpecificRecord>::new).toList();

    @Override
    public SpecificRecord deserialize(String topic, byte[] wire) {
      if (wire[0] != 0) {
        throw new SerializationException("Unknown magic byte!");
      }
      int id = ByteBuffer.wrap(wire, 1, Integer.BYTES).getInt();
      byte[] body = Arrays.copyOfRange(wire, HEADER_BYTES, wire.length);
      try {
        return readers.get(id).read(null, DecoderFactory.get().binaryDecoder(body, null));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
