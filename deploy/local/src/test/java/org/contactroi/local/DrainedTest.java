package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Drained;
import org.contactroi.app.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedStack.class)
class DrainedTest {

  /** Over longer than it waits where nothing is left. */
  private static final int LOOKS = 40;

  @Test
  void whatAThreadHasWrittenAndNotCommittedIsLeftToDo(LocalStack stack) throws Exception {
    AppConfig config = new TestPipelines(stack).prepared("drained", Map.of());
    try (Pipeline pipeline = TestPipelines.running(config);
        Producer<String, String> thread = thread(stack);
        Drained drained = new Drained(config)) {
      thread.initTransactions();
      thread.beginTransaction();
      thread.send(new ProducerRecord<>(config.topics().names().totals(), "half", "")).get();
      AtomicInteger looks = new AtomicInteger();

      drained.await(
          () -> {
            pipeline.requireNoFailure();
            if (looks.incrementAndGet() == LOOKS) {
              thread.commitTransaction();
            }
          });

      assertThat(looks).hasValueGreaterThan(LOOKS);
    }
  }

  /** A producer as a thread of the pipeline has one. */
  private static Producer<String, String> thread(LocalStack stack) {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "transactional.id",
            "drained-1",
            "transaction.timeout.ms",
            300_000),
        new StringSerializer(),
        new StringSerializer());
  }
}
