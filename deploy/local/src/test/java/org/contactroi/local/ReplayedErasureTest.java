package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Drained;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.Channel;
import org.contactroi.events.CustomerErased;
import org.contactroi.events.CustomerEvent;
import org.contactroi.events.Direction;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.ReopenedBy;
import org.contactroi.topic.Topics;
import org.contactroi.wire.AvroSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Erasures take their place among the events by publication, live and in a replay. */
@ExtendWith(SharedStack.class)
class ReplayedErasureTest {

  private static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant ERASED_AT = BEGIN.plus(Duration.ofDays(3));
  private static final int CUSTOMERS = 20;
  private static final int CALLS = 400;

  /** Enough for every partition. */
  private static final int AGENTS = 16;

  /** Longer than it takes to read all erasures. */
  private static final Map<String, String> REPLAY =
      Map.of("kafka.streams.max.task.idle.ms", "10000");

  @Test
  void aReplayThatReadsAllErasuresAtOnceEndsAsItWasLiveAcrossRestarts(LocalStack stack)
      throws Exception {
    TestPipelines pipelines = new TestPipelines(stack);
    Outputs live = new Outputs(pipelines.prepared("live", Map.of()));
    Outputs replayed = new Outputs(pipelines.prepared("replayed", REPLAY));

    try (History history = new History(live.config())) {
      history.calls();
      runAndLoseState(live);
      history.erasures();
      runAndLoseState(live);
      history.afterwards();
      runAndLoseState(live);
    }
    try (History history = new History(replayed.config())) {
      history.calls();
      history.erasures();
      history.afterwards();
    }
    runAndLoseState(replayed);

    Topics names = live.config().topics().names();
    Set<String> facts = alive(live, names.interactions());
    assertThat(facts).hasSize(CALLS / 2 + CUSTOMERS);
    assertThat(live.records(names.rejects())).hasSize(CALLS);
    Topics again = replayed.config().topics().names();
    assertThat(alive(replayed, again.interactions())).isEqualTo(facts);
    assertThat(alive(replayed, again.episodes())).isEqualTo(alive(live, names.episodes()));
    assertThat(replayed.records(again.rejects())).hasSize(CALLS);
    assertThat(text(replayed.totalsBodies())).isEqualTo(text(live.totalsBodies())).isNotEmpty();
  }

  /** The next run has what Kafka keeps of the state, and nothing else. */
  private static void runAndLoseState(Outputs outputs) throws Exception {
    try (Pipeline pipeline = TestPipelines.running(outputs.config());
        Drained drained = new Drained(outputs.config())) {
      drained.await(pipeline::requireNoFailure);
    }
    try (Stream<Path> files = Files.walk(outputs.config().streams().stateDir())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static Set<String> alive(Outputs outputs, String topic) {
    Set<String> alive = new TreeSet<>();
    outputs
        .records(topic)
        .forEach(
            published -> {
              alive.remove(published.key());
              if (published.value() != null) {
                alive.add(published.key());
              }
            });
    return alive;
  }

  private static Map<String, String> text(Map<String, byte[]> bodies) {
    Map<String, String> text = new TreeMap<>();
    bodies.forEach((key, body) -> text.put(key, new String(body, StandardCharsets.ISO_8859_1)));
    return text;
  }

  /** What was published, each record a millisecond after the one before. */
  private static final class History implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
    private long publishedAt = Instant.now().minus(Duration.ofMinutes(10)).toEpochMilli();

    History(AppConfig config) {
      topics = config.topics().names();
      serializer.configure(config.kafka().serdes(), false);
      producer =
          new KafkaProducer<>(
              Map.of(
                  "bootstrap.servers",
                  String.valueOf(config.kafka().admin().get("bootstrap.servers"))),
              new StringSerializer(),
              new ByteArraySerializer());
    }

    /** Calls of customers, several of each. */
    void calls() throws Exception {
      for (int i = 0; i < CALLS; i++) {
        started("i" + i, i % CUSTOMERS, BEGIN.plusSeconds(600L * (i % 300)));
      }
    }

    /** Every other customer is erased. */
    void erasures() throws Exception {
      for (int customer = 0; customer < CUSTOMERS; customer += 2) {
        String key = "c" + customer;
        CustomerEvent event =
            CustomerEvent.newBuilder()
                .setEventId("erased")
                .setTenantId(Events.TENANT)
                .setOccurredAt(ERASED_AT)
                .setObservedAt(ERASED_AT)
                .setSourceSystem("test")
                .setPayload(new CustomerErased(key))
                .build();
        publish(topics.customerEvents(), key, event);
      }
    }

    /** Stragglers of all erased calls, with and without the customer; and everybody comes back. */
    void afterwards() throws Exception {
      for (int i = 0; i < CALLS; i += 2) {
        String id = "i" + i;
        InteractionReopened reopened = new InteractionReopened(ReopenedBy.UNKNOWN);
        publish(topics.interactionEvents(), id, event(id, "again", ERASED_AT, reopened));
        started("late" + i, i % CUSTOMERS, BEGIN.plusSeconds(i));
      }
      for (int customer = 0; customer < CUSTOMERS; customer++) {
        started("back" + customer, customer, ERASED_AT.plusSeconds(60));
      }
      for (int agent = 0; agent < AGENTS; agent++) {
        signedOff("a" + agent, ERASED_AT.plusSeconds(60));
      }
    }

    /** Nothing expires before agents are heard of in every partition. */
    private void signedOff(String agent, Instant at) throws Exception {
      AgentEvent event =
          AgentEvent.newBuilder()
              .setEventId("off")
              .setTenantId(Events.TENANT)
              .setOccurredAt(at)
              .setObservedAt(at)
              .setSourceSystem("test")
              .setPayload(new AgentStateChanged(agent, null, "offline", false, false, false))
              .build();
      publish(topics.agentEvents(), agent, event);
    }

    private void started(String id, int customer, Instant at) throws Exception {
      InteractionStarted started =
          InteractionStarted.newBuilder()
              .setChannel(Channel.VOICE)
              .setDirection(Direction.INBOUND)
              .setCustomerKey("c" + customer)
              .build();
      publish(topics.interactionEvents(), id, event(id, "started", at, started));
    }

    private static InteractionEvent event(
        String interaction, String id, Instant at, SpecificRecord payload) {
      return InteractionEvent.newBuilder()
          .setEventId(id)
          .setTenantId(Events.TENANT)
          .setInteractionId(interaction)
          .setOccurredAt(at)
          .setObservedAt(at)
          .setSourceSystem("test")
          .setPayload(payload)
          .build();
    }

    private void publish(String topic, String key, SpecificRecord event) throws Exception {
      byte[] value = serializer.serialize(topic, event);
      producer.send(new ProducerRecord<>(topic, null, ++publishedAt, key, value)).get();
    }

    @Override
    public void close() {
      producer.close();
      serializer.close();
    }
  }
}
