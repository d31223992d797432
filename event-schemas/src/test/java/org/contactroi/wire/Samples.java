package org.contactroi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.RandomData;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEvent;

/** Values of the contracts, made up. */
final class Samples {
  static final Instant NINE = Instant.parse("1999-01-04T09:00:00.123Z");

  private Samples() {}

  static InteractionEvent hold() {
    return event(HoldStarted.newBuilder().setSegmentId("leg-1").build());
  }

  static InteractionEvent event(Object payload) {
    return InteractionEvent.newBuilder()
        .setEventId("e-1")
        .setTenantId("acme")
        .setInteractionId("call-1")
        .setOccurredAt(NINE)
        .setObservedAt(NINE.plusMillis(250))
        .setSourceSystem("acd")
        .setAttributes(Map.of("site", "Zürich"))
        .setPayload(payload)
        .build();
  }

  /** Returns one event for each kind of payload, with random content. */
  static List<InteractionEvent> oneEventPerPayload(long seed) {
    List<Schema> kinds = InteractionEvent.getClassSchema().getField("payload").schema().getTypes();
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> event(specific(kinds.get(i), encode(random(kinds.get(i), seed + i)))))
        .toList();
  }

  /** Returns a random value in Avro's own generic form. */
  static Object random(Schema schema, long seed) {
    return new RandomData(schema, 1, seed).iterator().next();
  }

  /** Returns the body by Avro's own encoder. */
  static byte[] encode(Object generic) {
    Schema schema = ((GenericContainer) generic).getSchema();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(output, null);
    try {
      new GenericDatumWriter<>(schema).write(generic, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return output.toByteArray();
  }

  /** Returns the value by Avro's own decoder. */
  static Object specific(Schema schema, byte[] body) {
    try {
      return new SpecificDatumReader<>(schema)
          .read(null, DecoderFactory.get().binaryDecoder(body, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns header and body. */
  static byte[] record(int id, byte[] body) {
    byte[] record = new byte[Header.LENGTH + body.length];
    Header.write(id, record);
    System.arraycopy(body, 0, record, Header.LENGTH, body.length);
    return record;
  }
}
