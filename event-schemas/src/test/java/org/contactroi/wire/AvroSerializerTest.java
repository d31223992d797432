package org.contactroi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AvroSerializerTest {
  private static final Schema POINT =
      SchemaBuilder.record("Point").fields().requiredInt("x").requiredString("name").endRecord();

  private final FakeRegistry registry = new FakeRegistry();

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void subjectsFollowTopicAndSideOfTheRecord() {
    AvroSerializer<GenericRecord> keys = new AvroSerializer<>();
    keys.configure(configuration(Map.of()), true);

    keys.serialize("points", point(1, "a"));
    serializer(Map.of()).serialize("points", point(1, "a"));

    assertThat(registry.requests())
        .containsExactly(
            "POST /apis/ccompat/v7/subjects/points-key/versions",
            "POST /apis/ccompat/v7/subjects/points-value/versions");
  }

  @Test
  void oneSerializerServesManyTopics() {
    registry.add("b-value", "\"first\"");
    AvroSerializer<GenericRecord> serializer = serializer(Map.of());

    serializer.serialize("a", point(1, "a"));
    serializer.serialize("b", point(1, "a"));
    serializer.serialize("a", point(2, "b"));

    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void withoutAutoRegisterAnUnknownSchemaIsRefused() {
    AvroSerializer<GenericRecord> serializer = serializer(Map.of("auto.register.schemas", false));

    assertThatThrownBy(() -> serializer.serialize("points", point(1, "a")))
        .isInstanceOf(RegistryRefusedException.class)
        .hasMessageContaining("points-value");
  }

  @Test
  void withoutAutoRegisterAKnownSchemaIsFound() {
    registry.add("points-value", POINT.toString());

    byte[] bytes =
        serializer(Map.of("auto.register.schemas", "false")).serialize("points", point(1, "a"));

    assertThat(bytes).startsWith(0, 0, 0, 0, 1);
  }

  @Test
  void useLatestTakesTheIdOfASchemaThatDiffersInDocsOnly() {
    registry.add("points-value", "\"older\"");
    registry.add("points-value", POINT.toString().replaceFirst("\\{", "{\"doc\":\"A point.\","));

    byte[] bytes = serializer(useLatest()).serialize("points", point(1, "a"));

    assertThat(bytes).startsWith(0, 0, 0, 0, 2);
  }

  @Test
  void useLatestRefusesASchemaThatWritesOtherBytes() {
    registry.add("points-value", "\"string\"");

    assertThatThrownBy(() -> serializer(useLatest()).serialize("points", point(1, "a")))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("version 1 of subject points-value");
  }

  @Test
  void aValueThatDoesNotFitLeavesTheNextOneClean() {
    AvroSerializer<GenericRecord> serializer = serializer(Map.of());
    byte[] expected = serializer.serialize("points", point(1, "a"));
    GenericRecord wrong = new GenericData.Record(POINT);
    wrong.put("x", 99);
    wrong.put("name", 77_777);

    assertThatThrownBy(() -> serializer.serialize("points", wrong))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Point")
        .hasMessageNotContaining("77777")
        .hasNoCause();

    assertThat(serializer.serialize("points", point(1, "a"))).isEqualTo(expected);
  }

  @Test
  void afterAllAreClosedARestartedRegistryIsAskedAgain() {
    AvroSerializer<GenericRecord> before = serializer(Map.of());
    before.serialize("points", point(1, "a"));
    before.close();
    registry.forgetEverything();
    registry.add("other-value", "\"int\"");

    byte[] bytes = serializer(Map.of()).serialize("points", point(1, "a"));

    assertThat(bytes).startsWith(0, 0, 0, 0, 2);
  }

  @Test
  void theBytesAreZeroThenTheIdBigEndianThenAvroBinary() {
    for (int id = 1; id < 0x102; id++) {
      registry.add("other-value", "\"filler " + id + "\"");
    }

    byte[] bytes = serializer(Map.of()).serialize("points", point(-3, "ab"));

    assertThat(bytes).containsExactly(0, 0, 0, 0x01, 0x02, 0x05, 0x04, 'a', 'b');
  }

  private static GenericRecord point(int x, String name) {
    return new GenericRecordBuilder(POINT).set("x", x).set("name", name).build();
  }

  private static Map<String, Object> useLatest() {
    return Map.of("auto.register.schemas", false, "use.latest.version", true);
  }

  private Map<String, Object> configuration(Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("schema.registry.url", registry.url());
    return all;
  }

  private AvroSerializer<GenericRecord> serializer(Map<String, ?> more) {
    AvroSerializer<GenericRecord> serializer = new AvroSerializer<>();
    serializer.configure(configuration(more), false);
    return serializer;
  }
}
