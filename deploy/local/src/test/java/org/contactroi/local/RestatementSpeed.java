package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.EndedBy;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentRole;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.topic.Topics;
import org.contactroi.wire.AvroSerializer;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;

/**
 * Prints how long it takes from a corrected rate of half a year back to the last statement that it
 * changes, through the real broker. It measures and judges nothing; run it by its name.
 */
class RestatementSpeed {

  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());
  private static final LocalDate GO_LIVE = LocalDate.parse("2026-01-01");
  private static final int DAYS = Integer.getInteger("restatement.days", 220);
  private static final int PER_DAY = Integer.getInteger("restatement.per-day", 20);
  private static final int CORRECTIONS = 5;
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static final String REFERENCE =
      """
      policies:
        - {tenant: acme, valid-from: 2025-12-01T00:00:00Z, zone: UTC,
           money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 10000}}
      baselines:
        - {tenant: acme, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z, rows: [{channel: voice, issue: '*', n: 10,
           usage: [{resource: agent, key: 'queue:q', channel: voice, quantity: 100h}]}]}
      """;

  private static String wage(int euros) {
    return """
    rates:
      - {tenant: acme, id: wage, resource: agent, unit: hour, amount: %d, currency: EUR,
         valid-from: 2026-01-01T00:00:00Z, source-note: payroll}
    """
        .formatted(euros);
  }

  @Test
  void millisecondsFromACorrectionToTheLastStatement() throws Exception {
    try (LocalStack stack = LocalStack.open(StackSettings.temporary(), NOWHERE)) {
      stack.start();
      AppConfig config = new TestPipelines(stack).prepared("restatement", Map.of());
      try (Feed feed = new Feed(config);
          Pipeline pipeline = TestPipelines.running(config)) {
        feed.publish(REFERENCE + wage(60));
        feed.sendContacts();
        new Outputs(config).awaitDrained();
        System.out.printf("%d days, %d contacts a day%n", DAYS, PER_DAY);
        for (int i = 1; i <= CORRECTIONS; i++) {
          measure(config, feed, 60 + i);
        }
        assertThat(pipeline.isRunning()).isTrue();
      }
    }
  }

  /** Times of statements and of records of cost, until nothing comes any more. */
  private static void measure(AppConfig config, Feed feed, int euros) throws Exception {
    Topics topics = config.topics().names();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            config.kafka().consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Stream.of(topics.roi(), topics.kpi(Cost.FAMILY), topics.kpi(Saving.FAMILY))
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
      feed.publish(wage(euros));
      new Seen(topics.roi()).until(consumer);
    }
  }

  /** What came after a correction. */
  private static final class Seen {

    private final String roi;
    private final long published = System.nanoTime();
    private final Set<String> days = new TreeSet<>();
    private int statements;
    private int records;
    private long lastStatement = published;
    private long lastRecord = published;

    Seen(String roi) {
      this.roi = roi;
    }

    void until(KafkaConsumer<String, byte[]> consumer) {
      while (System.nanoTime() - Math.max(lastStatement, lastRecord) < QUIET.toNanos()) {
        consumer.poll(Duration.ofMillis(5)).forEach(this::note);
      }
      System.out.printf(
          Locale.ROOT,
          "%d days in %d statements by %,.0f ms; %d records of cost and saving by %,.0f ms%n",
          days.size(),
          statements,
          (lastStatement - published) / 1e6,
          records,
          (lastRecord - published) / 1e6);
    }

    private void note(ConsumerRecord<String, byte[]> seen) {
      if (seen.topic().equals(roi)) {
        statements++;
        lastStatement = System.nanoTime();
        if (seen.key().contains("/day/")) {
          days.add(seen.key());
        }
      } else {
        records++;
        lastRecord = System.nanoTime();
      }
    }
  }

  /** Contacts and reference records on their way into a pipeline. */
  private static final class Feed implements AutoCloseable {

    private final Topics topics;
    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer<SpecificRecord> serializer = new AvroSerializer<>();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Feed(AppConfig config) {
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

    private void await() throws Exception {
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
      sent.clear();
    }

    void publish(String yaml) throws Exception {
      Problems problems = new Problems();
      List<FileEntry> entries = CatalogFile.read("reference.yaml", yaml, problems).entries();
      assertThat(problems.all()).isEmpty();
      for (FileEntry entry : entries) {
        CatalogEntry each = entry.entry();
        send(topics.reference(), each.key(), each.toAvro());
      }
      await();
    }

    void sendContacts() throws Exception {
      for (int day = 0; day < DAYS; day++) {
        for (int i = 0; i < PER_DAY; i++) {
          Instant at =
              Instant.parse(GO_LIVE.plusDays(day) + "T08:00:00Z").plusSeconds(60L * 30 * i);
          String id = "i%d-%d".formatted(day, i);
          send(event(id, "s", at, started(i)));
          send(event(id, "l", at.plusSeconds(300), leg(60_000 + 1_000 * (i + day % 7))));
          send(event(id, "e", at.plusSeconds(400), new InteractionEnded(EndedBy.CUSTOMER)));
        }
      }
      await();
    }

    private static InteractionStarted started(int i) {
      return InteractionStarted.newBuilder()
          .setChannel(Channel.VOICE)
          .setDirection(Direction.INBOUND)
          .setQueueId("q" + i % 3)
          .build();
    }

    private static SegmentEnded leg(long talkMs) {
      return SegmentEnded.newBuilder()
          .setSegmentId("leg")
          .setParticipant(Participant.AGENT)
          .setRole(SegmentRole.PRIMARY)
          .setReported(ReportedTimes.newBuilder().setTalkMs(talkMs).build())
          .build();
    }

    private static InteractionEvent event(
        String interaction, String id, Instant at, SpecificRecord payload) {
      return InteractionEvent.newBuilder()
          .setEventId(id)
          .setTenantId("acme")
          .setInteractionId(interaction)
          .setOccurredAt(at)
          .setObservedAt(at)
          .setSourceSystem("test")
          .setPayload(payload)
          .build();
    }

    private void send(InteractionEvent event) {
      send(topics.interactionEvents(), event.getInteractionId(), event);
    }

    private void send(String topic, String key, SpecificRecord value) {
      sent.add(producer.send(new ProducerRecord<>(topic, key, serializer.serialize(topic, value))));
    }

    @Override
    public void close() {
      producer.close();
      serializer.close();
    }
  }
}
