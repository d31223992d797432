package org.contactroi.app.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Where reference records stand. */
class ReferencePlacesTest {

  private static final String TOPIC = "reference";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
  private final ReferencePlaces places = new ReferencePlaces(() -> consumer, TOPIC);

  private static ConsumerRecord<byte[], byte[]> record(long offset, String key) {
    return new ConsumerRecord<>(TOPIC, 0, offset, key.getBytes(UTF_8), new byte[1]);
  }

  private void publish(List<ConsumerRecord<byte[], byte[]>> records) {
    consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, (long) records.size()));
    consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
  }

  @Test
  void thePlaceIsThatOfTheLastRecordOfTheKey() {
    publish(List.of(record(0, "policy/a"), record(1, "policy/b"), record(2, "policy/a")));

    assertThat(places.place("policy/a")).isEqualTo("partition 0, offset 2");
  }

  @Test
  void whatIsNotThereAnyMoreIsSaidToBeSo() {
    publish(List.of(record(0, "policy/a")));

    assertThat(places.place("policy/b")).isEqualTo("no longer in the topic");
  }

  @Test
  void aTopicThatCannotBeReadIsAReasonAndNoFailure() {
    publish(List.of(record(0, "policy/a")));
    consumer.setPollException(new KafkaException("broken"));

    assertThat(places.place("policy/a")).isEqualTo("place not found: broken");
  }
}
