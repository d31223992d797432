package org.contactroi.serve;

import io.micrometer.core.instrument.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.kpi.Policies;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.api.ApiV1;
import org.contactroi.serve.gauge.SlidingGauges;
import org.contactroi.serve.http.EventSource;
import org.contactroi.serve.http.Route;
import org.contactroi.serve.store.AdminTopicCatalog;
import org.contactroi.serve.store.ChangeCollector;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiStore;
import org.contactroi.serve.store.OutputReader;
import org.contactroi.serve.store.Outputs;
import org.contactroi.serve.store.Readiness;

/** What is read of one run, and how it is answered. */
final class ReadSide implements AutoCloseable {

  private static final long STOP_MS = 10_000;

  private final KpiStore store;
  private final RecordReader records;
  private final KpiState state;
  private final Readiness readiness = new Readiness("starting");
  private final OutputReader reader;
  private final Thread thread;
  private final Map<String, Route> resources;
  private final Map<String, Route> slow;
  private final Map<String, EventSource.Route> streams;

  private ReadSide(
      KpiStore store,
      Outputs outputs,
      SlidingGauges.Rules rules,
      Map<String, Route> slow,
      Timer delay) {
    this.store = store;
    this.records = RecordReader.of(outputs.valueDeserializer(), outputs.serdes());
    this.state = new KpiState(store, records, outputs.topics(), rules);
    this.reader = reader(outputs, delay);
    this.thread = new Thread(reader, "output-reader");
    this.resources = ApiV1.routes(state);
    this.slow = Map.copyOf(slow);
    this.streams = ApiV1.streams(state, Long.toString(System.nanoTime(), Character.MAX_RADIX));
    thread.start();
  }

  /**
   * Begins to read.
   *
   * @param dataDir folder of its store
   * @param slow what answers paths by more than what is read here
   * @param delay is told how late what is read is
   */
  static ReadSide open(
      Outputs outputs,
      Path dataDir,
      int gaugeSlicesMax,
      Policies policies,
      Map<String, Route> slow,
      Timer delay) {
    KpiStore store = KpiStore.open(dataDir);
    try {
      return new ReadSide(
          store, outputs, new SlidingGauges.Rules(gaugeSlicesMax, policies), slow, delay);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private OutputReader reader(Outputs outputs, Timer delay) {
    return new OutputReader(
        new KafkaConsumer<>(
            outputs.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        new AdminTopicCatalog(outputs.admin()),
        outputs.topics(),
        state,
        new ChangeCollector(outputs.topics(), records, state),
        readiness,
        Clock.systemUTC(),
        // Clocks of two machines may disagree by more than the delay.
        millis -> delay.record(Duration.ofMillis(Math.max(0, millis))));
  }

  KpiState state() {
    return state;
  }

  Readiness readiness() {
    return readiness;
  }

  /** By path. */
  Map<String, Route> resources() {
    return resources;
  }

  /** Those that take long, by path. */
  Map<String, Route> slow() {
    return slow;
  }

  /** Those that tell clients that stay, by path. */
  Map<String, EventSource.Route> streams() {
    return streams;
  }

  @Override
  public void close() {
    reader.stop();
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    records.close();
    store.close();
  }
}
