package org.contactroi.serve;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.app.AppConfig;
import org.contactroi.app.KpiReport;
import org.contactroi.app.KpiSums;
import org.contactroi.kpi.SliceBy;

/** The running read side. */
public final class Serve implements AutoCloseable {

  private static final long STOP_MS = 10_000;

  private final KpiStore store;
  private final KpiState state;
  private final RecordReader records;
  private final Metrics metrics;
  private final Readiness readiness;
  private final OutputReader reader;
  private final Thread thread;
  private final HttpFront front;

  private Serve(AppConfig config, KpiStore store, RecordReader records, Clock clock) {
    this.store = store;
    this.records = records;
    this.state = new KpiState(store, records, config.topics(), config.serve().gaugeSlicesMax());
    this.metrics = new Metrics();
    metrics.register(new PrometheusRows(state));
    this.readiness = new Readiness("starting");
    this.reader = reader(config, state, clock, metrics.publicationDelay());
    this.thread = new Thread(reader, "output-reader");
    this.front = HttpFront.start(config.serve().endpoint(), routes(state));
  }

  /**
   * Starts to read and to answer; ready when what was published before is read.
   *
   * @param further meters of other parts of this process
   */
  public static Serve start(AppConfig config, List<MeterBinder> further) {
    KpiStore store = KpiStore.open(config.serve().dataDir());
    RecordReader records = RecordReader.of(config.kafka());
    Serve serve;
    try {
      serve = new Serve(config, store, records, Clock.systemUTC());
    } catch (RuntimeException e) {
      records.close();
      store.close();
      throw e;
    }
    further.forEach(serve.metrics::bind);
    serve.thread.start();
    return serve;
  }

  /** The port it listens on. */
  public int port() {
    return front.port();
  }

  /** Whether it has read what was there at start and reads on. */
  public Readiness readiness() {
    return readiness;
  }

  /** Sums of the days of a tenant that were read so far, by the values of some slices. */
  public KpiReport report(String tenant, List<SliceBy> slices) {
    Map<SliceBy, KpiSums> bySlice = new LinkedHashMap<>();
    slices.forEach(slice -> bySlice.put(slice, KpiSums.of(state.days(tenant, slice))));
    return new KpiReport(bySlice);
  }

  /** The event time that a tenant has reached; empty if it is not known. */
  public Optional<Instant> watermark(String tenant) {
    return state.tenant(tenant).map(Tenant::watermark).map(Instant::ofEpochMilli);
  }

  @Override
  public void close() {
    front.close();
    reader.stop();
    try {
      thread.join(STOP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    records.close();
    store.close();
    metrics.close();
  }

  private OutputReader reader(AppConfig config, KpiState state, Clock clock, Timer delay) {
    return new OutputReader(
        new KafkaConsumer<>(
            config.kafka().consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        new AdminTopicCatalog(config.kafka().admin()),
        config.topics(),
        state,
        new ChangeCollector(config.topics(), records, state),
        readiness,
        clock,
        // Clocks of two machines may disagree by more than the delay.
        millis -> delay.record(Duration.ofMillis(Math.max(0, millis))));
  }

  private Map<String, Function<Query, Response>> routes(KpiState state) {
    return Map.of(
        "/metrics", query -> metrics.scrape(),
        "/livez", query -> Response.text(200, "alive\n"),
        "/readyz", query -> Response.of(readiness),
        "/api/v1/kpis", new KpiApi(state)::answer);
  }
}
