package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEvent;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.wire.Contracts.Contract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
  private static final String TOPIC = "contact-roi.interaction-events";

  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void anEventHasExactlyTheseBytes() throws IOException {
    byte[] bytes = serializer(Map.of()).serialize(TOPIC, Samples.hold());

    // Lengths, counts and numbers are zig-zag: 3 is written 6.
    byte[] occurredAt = {(byte) 0xf6, (byte) 0xdb, (byte) 0xff, (byte) 0xc7, (byte) 0xa4, 0x35};
    byte[] observedAt = {(byte) 0xea, (byte) 0xdf, (byte) 0xff, (byte) 0xc7, (byte) 0xa4, 0x35};
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(new byte[] {0, 0, 0, 0, 1});
    expected.write(new byte[] {6, 'e', '-', '1', 8, 'a', 'c', 'm', 'e'});
    expected.write(new byte[] {12, 'c', 'a', 'l', 'l', '-', '1'});
    expected.write(occurredAt);
    expected.write(observedAt);
    expected.write(new byte[] {6, 'a', 'c', 'd'});
    byte[] sourceSeqRevisionAndFlags = {0, 0, 0, 0};
    expected.write(sourceSeqRevisionAndFlags);
    expected.write(new byte[] {2, 8, 's', 'i', 't', 'e', 14, 'Z', (byte) 0xc3, (byte) 0xbc});
    expected.write(new byte[] {'r', 'i', 'c', 'h', 0});
    expected.write(new byte[] {18, 10, 'l', 'e', 'g', '-', '1'});
    assertThat(bytes).isEqualTo(expected.toByteArray());
  }

  @Test
  void nullStaysNullBothWays() {
    AvroSerde<GenericRecord> serde = serde(Map.of());

    assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    assertThat(serde.deserializer().deserialize(TOPIC, new RecordHeaders(), (ByteBuffer) null))
        .isNull();
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void everyKindOfPayloadComesBackAsItWas() {
    try (AvroSerde<InteractionEvent> serde = events()) {
      var events = Samples.oneEventPerPayload(42);

      assertThat(events)
          .hasSize(25)
          .extracting(e -> e.getPayload().getClass())
          .doesNotHaveDuplicates();
      assertThat(events)
          .allSatisfy(
              event ->
                  assertThat(
                          serde
                              .deserializer()
                              .deserialize(TOPIC, serde.serializer().serialize(TOPIC, event)))
                      .isEqualTo(event));
    }
  }

  @Test
  void stringsInstantsAndDefaultsHaveTheirJavaTypes() {
    try (AvroSerde<InteractionEvent> serde = events()) {
      InteractionEvent event =
          InteractionEvent.newBuilder(Samples.hold()).clearAttributes().clearRevision().build();

      InteractionEvent read =
          serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, event));

      assertThat(read.getOccurredAt()).isEqualTo(Samples.NINE);
      assertThat(read.getEventId()).isEqualTo("e-1");
      assertThat(read.getAttributes()).isEqualTo(Map.of());
      assertThat(read.getRevision()).isZero();
    }
  }

  @Test
  void keysAndValuesOfMapsAreStrings() {
    try (AvroSerde<InteractionEvent> serde = events()) {
      byte[] bytes = serde.serializer().serialize(TOPIC, Samples.hold());

      assertThat(serde.deserializer().deserialize(TOPIC, bytes).getAttributes())
          .isEqualTo(Map.of("site", "Zürich"));
    }
  }

  @Test
  void bytesComeBackAsBytes() {
    try (AvroSerde<RejectedEvent> serde = values(RejectedEvent.class)) {
      RejectedEvent rejected =
          RejectedEvent.newBuilder()
              .setReason("BLANK_ID")
              .setDetail("tenant_id is blank")
              .setTopic(TOPIC)
              .setPartition(3)
              .setOffset(1L << 40)
              .setEvent(ByteBuffer.wrap(new byte[] {0, -1, 7}))
              .build();

      byte[] bytes = serde.serializer().serialize("rejects", rejected);

      assertThat(serde.deserializer().deserialize("rejects", bytes)).isEqualTo(rejected);
    }
  }

  @Test
  void withoutSpecificReaderAValueIsAGenericRecord() {
    byte[] bytes = serializer(Map.of()).serialize(TOPIC, Samples.hold());

    Object read = serde(Map.of()).deserializer().deserialize(TOPIC, bytes);

    assertThat(read)
        .isInstanceOfSatisfying(
            GenericData.Record.class,
            r -> assertThat(r.get("occurred_at")).isEqualTo(Samples.NINE.toEpochMilli()));
  }

  @Test
  void withSpecificReaderTheClassFollowsTheWritersName() {
    byte[] bytes = serializer(Map.of()).serialize(TOPIC, Samples.hold());

    Object read =
        serde(Map.of("specific.avro.reader", "true")).deserializer().deserialize(TOPIC, bytes);

    assertThat(read).isEqualTo(Samples.hold());
  }

  @Test
  void anOlderWriterWithoutAFieldIsReadWithTheDefault() {
    Schema current = HoldStarted.getClassSchema();
    Schema older =
        SchemaBuilder.record(current.getName())
            .namespace(current.getNamespace())
            .fields()
            .requiredString("segment_id")
            .optionalString("dropped_since")
            .endRecord();
    GenericRecord written =
        new GenericRecordBuilder(older).set("segment_id", "s").set("dropped_since", "gone").build();
    byte[] bytes = serializer(Map.of()).serialize("holds", written);

    try (AvroSerde<HoldStarted> serde = values(HoldStarted.class)) {
      assertThat(serde.deserializer().deserialize("holds", bytes).getSegmentId()).isEqualTo("s");
    }
  }

  @Test
  void fieldsTheReaderDoesNotKnowAreSkippedWhateverTheyHold() {
    Schema known = HoldStarted.getClassSchema();
    for (Contract contract : Contracts.all()) {
      Schema wider =
          SchemaBuilder.record(known.getName())
              .namespace(known.getNamespace())
              .fields()
              .name("unknown")
              .type(contract.schema())
              .noDefault()
              .requiredString("segment_id")
              .endRecord();
      GenericRecord written =
          new GenericRecordBuilder(wider)
              .set("unknown", Samples.random(contract.schema(), 7))
              .set("segment_id", "s")
              .build();
      byte[] bytes = serializer(Map.of()).serialize("wider", written);

      try (AvroSerde<HoldStarted> serde = values(HoldStarted.class)) {
        assertThat(serde.deserializer().deserialize("wider", bytes).getSegmentId()).isEqualTo("s");
      }
    }
  }

  @Test
  void aBufferIsReadInPlaceFromItsPosition() {
    byte[] bytes = serializer(Map.of()).serialize(TOPIC, Samples.hold());
    byte[] framed = new byte[bytes.length + 7];
    System.arraycopy(bytes, 0, framed, 3, bytes.length);
    ByteBuffer heap = ByteBuffer.wrap(framed, 3, bytes.length);
    ByteBuffer direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();

    try (AvroSerde<InteractionEvent> serde = events()) {
      var headers = new RecordHeaders();
      assertThat(serde.deserializer().deserialize(TOPIC, headers, heap)).isEqualTo(Samples.hold());
      assertThat(serde.deserializer().deserialize(TOPIC, headers, direct))
          .isEqualTo(Samples.hold());
      assertThat(heap.position()).isEqualTo(3);
    }
  }

  @Test
  void valuesLargerThanEveryBufferComeBack() {
    try (AvroSerde<InteractionEvent> serde = events()) {
      char[] name = new char[3 << 20];
      Arrays.fill(name, 'x');
      InteractionEvent large =
          InteractionEvent.newBuilder(Samples.hold()).setSourceSystem(new String(name)).build();

      byte[] bytes = serde.serializer().serialize(TOPIC, large);

      assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(large);
      assertThat(serde.serializer().serialize(TOPIC, Samples.hold())).hasSizeLessThan(200);
    }
  }

  @Test
  void threadsMayShareOneSerde() {
    try (AvroSerde<InteractionEvent> serde = events()) {
      List<InteractionEvent> events = Samples.oneEventPerPayload(5);

      List<InteractionEvent> read =
          IntStream.range(0, 50_000)
              .parallel()
              .mapToObj(i -> serde.serializer().serialize(TOPIC, events.get(i % events.size())))
              .map(bytes -> serde.deserializer().deserialize(TOPIC, bytes))
              .toList();

      assertThat(read)
          .isEqualTo(
              IntStream.range(0, 50_000).mapToObj(i -> events.get(i % events.size())).toList());
    }
  }

  @Test
  void wrongValuesOfKeysAreNamed() {
    assertThatThrownBy(() -> serializer(Map.of("auto.register.schemas", "yes")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("auto.register.schemas")
        .hasMessageContaining("yes");
    assertThatThrownBy(() -> serde(Map.of("specific.avro.value.type", "java.lang.String")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("java.lang.String");
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("schema.registry.url", registry.url());
    return all;
  }

  private <T extends GenericContainer> AvroSerializer<T> serializer(Map<String, ?> more) {
    AvroSerializer<T> serializer = new AvroSerializer<>();
    serializer.configure(configuration(more), false);
    return serializer;
  }

  private AvroSerde<GenericRecord> serde(Map<String, ?> more) {
    AvroSerde<GenericRecord> serde = new AvroSerde<>();
    serde.configure(configuration(more), false);
    return serde;
  }

  private AvroSerde<InteractionEvent> events() {
    return values(InteractionEvent.class);
  }

  private <T extends SpecificRecord> AvroSerde<T> values(Class<T> type) {
    return AvroSerde.ofValues(type, configuration(Map.of()));
  }
}
