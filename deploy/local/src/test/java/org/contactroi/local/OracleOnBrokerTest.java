package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.history.Bodies;
import org.contactroi.history.Delivery;
import org.contactroi.history.Dice;
import org.contactroi.history.History;
import org.contactroi.history.Input;
import org.contactroi.history.Ledger;
import org.contactroi.history.Seeds;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.record.RecordReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Totals of hostile histories through the real broker: four partitions, two instances of which one
 * is killed, and the rebalances that follow.
 *
 * <p>{@code -Dhistories.on-broker=N} runs the seeds 1 to N, {@code -Dseed=N} a single one.
 */
@ExtendWith(SharedStack.class)
class OracleOnBrokerTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  /** Histories that share one run. */
  private static final int TOGETHER = 2;

  private static final int MAX_THREADS = 3;

  /** The group notices the death of a member, and the broker that of a transaction, soon. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "topic.partitions", "4",
          "kafka.consumer.session.timeout.ms", "6000",
          "kafka.consumer.heartbeat.interval.ms", "1000",
          "kafka.producer.transaction.timeout.ms", "10000");

  private static LocalStack stack;

  @BeforeAll
  static void takeTheStack(LocalStack shared) {
    stack = shared;
  }

  static Stream<List<Long>> seeds() {
    List<Long> seeds = Seeds.of("histories.on-broker").boxed().toList();
    List<List<Long>> runs = new ArrayList<>();
    for (int from = 0; from < seeds.size(); from += TOGETHER) {
      runs.add(seeds.subList(from, Math.min(seeds.size(), from + TOGETHER)));
    }
    return runs.stream();
  }

  @ParameterizedTest(name = "histories {0}")
  @MethodSource("seeds")
  void aKilledInstanceAndARebalanceLeaveTheTotalsOfTheOracle(List<Long> seeds) throws Exception {
    History history = History.together(seeds.stream().map(History::of).toList());
    Dice dice = new Dice(seeds.get(0));
    Delivery delivery = dice.pick(Delivery.values());
    System.out.println(history + " " + delivery);
    Run run = new Run(history, "histories-" + seeds.get(0), dice);

    run.through(delivery);

    assertThat(run.ledger.wrongRefusals()).as("%s", history).isEmpty();
    assertThat(run.totals().differences(run.ledger.accepted().totals(history.policies())))
        .as("%s %s: published, and what the oracle says", history, delivery)
        .isEmpty();
  }

  /** One pipeline in several instances. */
  private static final class Run {

    private final Dice dice;
    private final History history;
    private final Map<String, String> keys;
    private final Outputs outputs;
    private final Ledger ledger = new Ledger();

    Run(History history, String name, Dice dice) {
      this.history = history;
      this.dice = dice;
      Map<String, String> further = new HashMap<>(history.settings());
      further.putAll(IMPATIENT);
      TestPipelines pipelines = new TestPipelines(stack);
      keys = pipelines.keys(name, further);
      outputs = new Outputs(pipelines.prepared(name, further));
    }

    /** Sends half, kills an instance at work, sends the rest, and lets others take over. */
    void through(Delivery delivery) throws Exception {
      List<Input> inputs =
          delivery.batches(history.inputs(), dice).stream().flatMap(List::stream).toList();
      int half = inputs.size() / 2;
      try (HistoryFeed feed = new HistoryFeed(outputs.config(), ledger)) {
        feed.publish(history.reference());
        try (Instance lasting = start("lasting");
            Instance killed = start("killed")) {
          feed.send(inputs.subList(0, half));
          awaitFirstTotals();
          killed.kill();
          feed.send(inputs.subList(half, inputs.size()));
          try (Instance restarted = start("killed")) {
            outputs.awaitMembers(lasting.threads() + restarted.threads());
          }
        }
      }
      finish();
      noteRefusals();
    }

    private Instance start(String name) throws IOException {
      Map<String, String> own = new HashMap<>(keys);
      own.putAll(settings());
      own.merge("state.dir", "-" + name, String::concat);
      return new Instance(
          PipelineProcess.start(own), Integer.parseInt(own.getOrDefault("threads", "1")));
    }

    private Map<String, String> settings() {
      return Map.of(
          "threads", String.valueOf(1 + dice.below(MAX_THREADS)),
          "commit.interval.ms", dice.pick("20", "100", "1000"),
          "backlog.commit.interval.ms", dice.pick("300", "1000", "3000"),
          "batch.events", dice.pick("1", "50", "100000"));
    }

    private void awaitFirstTotals() {
      await("the first totals are published")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !outputs.records(outputs.config().topics().names().totals()).isEmpty());
    }

    /** Alone in the group, and with all tasks running, it has nothing left to do when it rests. */
    private void finish() throws InterruptedException {
      Map<String, String> own = new HashMap<>(keys);
      own.merge("state.dir", "-last", String::concat);
      AppConfig config = AppConfig.of(own);
      try (Pipeline pipeline = TestPipelines.running(config)) {
        outputs.awaitMembers(config.streams().threads());
        await("all tasks run").atMost(PATIENCE).until(pipeline::isRunning);
        outputs.awaitDrained();
        assertThat(pipeline.isRunning()).isTrue();
      }
    }

    private void noteRefusals() {
      AppConfig config = outputs.config();
      try (RecordReader reader =
          RecordReader.of(config.kafka().valueDeserializer(), config.kafka().serdes())) {
        String rejects = config.topics().names().rejects();
        outputs
            .records(rejects)
            .forEach(
                reject -> ledger.rejected((RejectedEvent) reader.decode(rejects, reject.value())));
      }
      for (ConsumerRecord<String, byte[]> letter :
          outputs.records(config.topics().names().deadLetters())) {
        ledger.deadLetter(letter.headers());
      }
    }

    Bodies totals() {
      Bodies totals = new Bodies();
      outputs
          .records(outputs.config().topics().names().totals())
          .forEach(published -> totals.published(published.key(), published.value()));
      return totals;
    }
  }

  /** An instance in a process of its own; it ends by being killed. */
  private record Instance(Process process, int threads) implements AutoCloseable {
    void kill() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      kill();
    }
  }
}
