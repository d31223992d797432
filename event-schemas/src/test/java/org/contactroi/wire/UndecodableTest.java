package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.InteractionEvent;
import org.contactroi.outputs.InteractionFact;
import org.contactroi.wire.Contracts.Contract;
import org.contactroi.wire.UndecodableException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndecodableTest {
  private static final int VALUES_PER_CONTRACT = 20;
  private static final long LITTLE_BYTES = 10_000_000;
  private static final int GARBAGE_RECORDS = 20_000;

  private final FakeRegistry registry = new FakeRegistry();
  private final int id = registry.add("events-value", InteractionEvent.getClassSchema().toString());
  private final AvroDeserializer<Object> deserializer = deserializer(Map.of());

  @AfterEach
  void stop() {
    deserializer.close();
    registry.close();
  }

  @Test
  void aFirstByteOtherThanZeroIsAnUnknownMagicByte() {
    assertThat(reasonOf(1, 0, 0, 0, 1, 2)).isEqualTo(Reason.UNKNOWN_MAGIC_BYTE);
    assertThat(reasonOf('{')).isEqualTo(Reason.UNKNOWN_MAGIC_BYTE);
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void lessThanAHeaderIsTruncated() {
    assertThat(reasonOf()).isEqualTo(Reason.TRUNCATED);
    assertThat(reasonOf(0)).isEqualTo(Reason.TRUNCATED);
    assertThat(reasonOf(0, 0, 0, 1)).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void aBodyThatEndsEarlyIsTruncated() {
    assertThat(reasonOf(0, 0, 0, 0, id)).isEqualTo(Reason.TRUNCATED);
    assertThat(reasonOf(0, 0, 0, 0, id, 2, 'e')).isEqualTo(Reason.TRUNCATED);
  }

  @Test
  void anIdTheRegistryDoesNotKnowIsUnknownAndAskedForOnce() {
    assertThat(reasonOf(0, 0, 0, 0, 77, 2)).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(reasonOf(0, 0, 0, 0, 77, 2)).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(reasonOf(0, 0x80, 0, 0, 0, 2)).isEqualTo(Reason.UNKNOWN_SCHEMA_ID);
    assertThat(registry.requests()).containsExactly("GET /apis/ccompat/v7/schemas/ids/77");
  }

  @Test
  void anOutageIsNeverABadRecord() {
    registry.failNext(500);
    AvroDeserializer<Object> impatient = deserializer(Map.of("registry.retry.total.ms", 0));
    byte[] good = Samples.record(id, Samples.encode(random(InteractionEvent.getClassSchema(), 1)));

    assertThatThrownBy(() -> impatient.deserialize("events", good))
        .isInstanceOf(RegistryUnavailableException.class);

    assertThat(impatient.deserialize("events", good)).isInstanceOf(InteractionEvent.class);
  }

  @Test
  void missingRightsAreNeverABadRecord() {
    registry.failNext(403);

    assertThatThrownBy(() -> deserializer.deserialize("events", new byte[] {0, 0, 0, 0, 1, 2}))
        .isInstanceOf(RegistryRefusedException.class);
  }

  @Test
  void lengthsBeyondTheRecordAreRefusedBeforeAnythingIsAllocated() {
    byte[] twoGigabytes = {0, 0, 0, 0, (byte) id, -2, -1, -1, -1, 15, 'x'};
    byte[] halfAGigabyte = {0, 0, 0, 0, (byte) id, -128, -128, -128, -128, 4, 'x'};
    byte[] negative = {0, 0, 0, 0, (byte) id, 1};

    assertThat(reasonOf(negative)).isEqualTo(Reason.MALFORMED_BODY);
    long before = allocatedBytes();
    assertThat(reasonOf(twoGigabytes)).isEqualTo(Reason.MALFORMED_BODY);
    assertThat(reasonOf(halfAGigabyte)).isEqualTo(Reason.TRUNCATED);
    assertThat(allocatedBytes() - before).isLessThan(LITTLE_BYTES);
  }

  @Test
  void countsBeyondTheRecordAreRefusedBeforeAnythingIsAllocated() {
    Schema arrays =
        SchemaBuilder.record("Many")
            .fields()
            .name("items")
            .type()
            .array()
            .items()
            .longType()
            .noDefault()
            .endRecord();
    int many = registry.add("many-value", arrays.toString());
    AvroDeserializer<Object> generic = deserializer(Map.of("specific.avro.reader", false));
    byte[] twoBillion = {0, 0, 0, 0, (byte) many, -2, -1, -1, -1, 15, 2};
    byte[] halfABillion = {0, 0, 0, 0, (byte) many, -128, -128, -128, -128, 4, 2};
    byte[] leastLong = {0, 0, 0, 0, (byte) many, -1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2};

    assertThat(reasonOf(generic, leastLong)).isEqualTo(Reason.MALFORMED_BODY);
    long before = allocatedBytes();
    assertThat(reasonOf(generic, twoBillion)).isEqualTo(Reason.MALFORMED_BODY);
    assertThat(reasonOf(generic, halfABillion)).isEqualTo(Reason.TRUNCATED);
    assertThat(allocatedBytes() - before).isLessThan(LITTLE_BYTES);
  }

  @Test
  void bytesAfterTheEndAreMalformed() {
    byte[] whole = Samples.record(id, Samples.encode(random(InteractionEvent.getClassSchema(), 1)));

    assertThat(reasonOf(Arrays.copyOf(whole, whole.length + 1))).isEqualTo(Reason.MALFORMED_BODY);
  }

  @Test
  void anotherContractThanTheExpectedIsAMismatch() {
    registry.add("agents-value", AgentEvent.getClassSchema().toString());
    AvroDeserializer<Object> pinned =
        deserializer(Map.of("specific.avro.value.type", InteractionEvent.class));

    assertThat(reasonOf(pinned, new byte[] {0, 0, 0, 0, 2, 2})).isEqualTo(Reason.SCHEMA_MISMATCH);
  }

  @Test
  void aRecordWithoutAGeneratedClassIsAMismatch() {
    registry.add("x-value", "{\"type\":\"record\",\"name\":\"no.such.Thing\",\"fields\":[]}");
    registry.add("y-value", "{\"type\":\"record\",\"name\":\"java.lang.String\",\"fields\":[]}");

    assertThat(reasonOf(0, 0, 0, 0, 2)).isEqualTo(Reason.SCHEMA_MISMATCH);
    assertThat(reasonOf(0, 0, 0, 0, 3)).isEqualTo(Reason.SCHEMA_MISMATCH);
  }

  @Test
  void messagesNameTheSchemaAndNeverTheContent() {
    byte[] whole = Samples.record(id, Samples.encode(random(InteractionEvent.getClassSchema(), 1)));
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);

    assertThatThrownBy(() -> deserializer.deserialize("events", cut))
        .hasMessageMatching(
            "[A-Z_]+: schema id 1, org.contactroi.events.InteractionEvent: [a-z ]+");
  }

  @Test
  void noTruncationOfAnyContractPassesOrFailsOtherwise() {
    long seed = seed("truncations");
    for (Contract contract : Contracts.all()) {
      int contractId = registry.add(contract.subject(""), contract.schema().toString());
      for (int i = 0; i < VALUES_PER_CONTRACT; i++) {
        byte[] whole =
            Samples.record(contractId, Samples.encode(random(contract.schema(), seed + i)));
        assertThat(deserializer.deserialize("any", whole)).isNotNull();
        for (int length = 0; length < whole.length; length++) {
          assertUndecodable(Arrays.copyOf(whole, length));
        }
      }
    }
  }

  @Test
  void noGarbageFailsOtherwiseThanUndecodable() {
    long seed = seed("garbage");
    Random random = new Random(seed);
    int factId = registry.add("facts-value", InteractionFact.getClassSchema().toString());
    for (int i = 0; i < GARBAGE_RECORDS; i++) {
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      decodeOrUndecodable(Samples.record(i % 2 == 0 ? id : factId, body));
    }
  }

  @Test
  void noFlippedBitOfAnEventFailsOtherwiseThanUndecodable() {
    long seed = seed("flipped bits");
    Schema schema = InteractionEvent.getClassSchema();
    for (int i = 0; i < 50; i++) {
      byte[] whole = Samples.record(id, Samples.encode(random(schema, seed + i)));
      for (int bit = Header.LENGTH * 8; bit < whole.length * 8; bit++) {
        byte[] flipped = whole.clone();
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        decodeOrUndecodable(flipped);
      }
    }
  }

  /** Compared as text: Avro's equality does not know instants inside unions inside arrays. */
  @Test
  void everyRandomValueIsReadAsAvrosOwnDecoderReadsIt() {
    long seed = seed("equal values");
    for (Contract contract : Contracts.all()) {
      int contractId = registry.add(contract.subject(""), contract.schema().toString());
      for (int i = 0; i < VALUES_PER_CONTRACT; i++) {
        byte[] body = Samples.encode(random(contract.schema(), seed + i));
        assertThat(deserializer.deserialize("any", Samples.record(contractId, body)))
            .hasToString(Samples.specific(contract.schema(), body).toString());
      }
    }
  }

  private static long allocatedBytes() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private static long seed(String what) {
    long seed = System.nanoTime();
    System.out.println("Seed of " + what + ": " + seed);
    return seed;
  }

  private static Object random(Schema schema, long seed) {
    return Samples.random(schema, seed);
  }

  private void decodeOrUndecodable(byte[] bytes) {
    try {
      assertThat(deserializer.deserialize("any", bytes)).isNotNull();
    } catch (UndecodableException e) {
      assertThat(e.reason()).isIn(Reason.MALFORMED_BODY, Reason.TRUNCATED);
    }
  }

  private void assertUndecodable(byte[] bytes) {
    assertThat(reasonOf(bytes)).isIn(Reason.MALFORMED_BODY, Reason.TRUNCATED);
  }

  private Reason reasonOf(int... bytes) {
    byte[] record = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      record[i] = (byte) bytes[i];
    }
    return reasonOf(record);
  }

  private Reason reasonOf(byte[] bytes) {
    return reasonOf(deserializer, bytes);
  }

  private static Reason reasonOf(AvroDeserializer<?> reader, byte[] bytes) {
    return catchThrowableOfType(
            UndecodableException.class, () -> reader.deserialize("events", bytes))
        .reason();
  }

  private AvroDeserializer<Object> deserializer(Map<String, ?> more) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("schema.registry.url", registry.url());
    configuration.put("specific.avro.reader", true);
    configuration.putAll(more);
    AvroDeserializer<Object> result = new AvroDeserializer<>();
    result.configure(configuration, false);
    return result;
  }
}
