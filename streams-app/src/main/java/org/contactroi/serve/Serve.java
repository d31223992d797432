package org.contactroi.serve;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.RecordReader;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.serve.access.Access;
import org.contactroi.serve.api.ApiV1;
import org.contactroi.serve.gauge.SlidingGauges;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.FrontSettings;
import org.contactroi.serve.http.HttpFront;
import org.contactroi.serve.http.Metrics;
import org.contactroi.serve.http.PrometheusRows;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;
import org.contactroi.serve.http.Routes;
import org.contactroi.serve.page.Page;
import org.contactroi.serve.store.AdminTopicCatalog;
import org.contactroi.serve.store.ChangeCollector;
import org.contactroi.serve.store.KpiState;
import org.contactroi.serve.store.KpiStore;
import org.contactroi.serve.store.OutputReader;
import org.contactroi.serve.store.Outputs;
import org.contactroi.serve.store.Readiness;

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

  private Serve(
      ServeSettings settings,
      Outputs outputs,
      Policies policies,
      Access access,
      KpiStore store,
      Map<String, Route> slow) {
    this.store = store;
    this.records = RecordReader.of(outputs.valueDeserializer(), outputs.serdes());
    this.state =
        new KpiState(
            store,
            records,
            outputs.topics(),
            new SlidingGauges.Rules(settings.gaugeSlicesMax(), policies));
    this.metrics = new Metrics(settings.exposure());
    metrics.register(new PrometheusRows(state));
    this.readiness = new Readiness("starting");
    this.reader = reader(outputs, state, metrics.publicationDelay());
    this.thread = new Thread(reader, "output-reader");
    this.front =
        HttpFront.start(
            new FrontSettings(settings.endpoint(), settings.tls(), settings.cors(), access),
            routes(state, slow));
  }

  /**
   * Starts to read and to answer; ready when what was published before is read.
   *
   * @param further meters of other parts of this process
   * @param slow what answers paths by more than what is read here
   */
  public static Serve start(
      ServeSettings settings,
      Outputs outputs,
      Policies policies,
      List<MeterBinder> further,
      Map<String, Route> slow) {
    Access access = settings.access().open(settings.endpoint().host());
    KpiStore store = KpiStore.open(settings.dataDir());
    Serve serve;
    try {
      serve = new Serve(settings, outputs, policies, access, store, slow);
    } catch (RuntimeException e) {
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

  /**
   * Totals of the days a tenant has reached, in some slices, as far as they were read. What is
   * still open counts in days to come, by its inferred end, and is left out.
   */
  public Map<TotalsKey, Totals> days(String tenant, List<SliceBy> slices) {
    return days(tenant, slices, Instant.EPOCH);
  }

  /** The same of days that start at an instant or later. */
  public Map<TotalsKey, Totals> days(String tenant, List<SliceBy> slices, Instant from) {
    Map<TotalsKey, Totals> days = new HashMap<>();
    long reached = watermark(tenant).map(Instant::toEpochMilli).orElse(Long.MAX_VALUE - 1);
    slices.forEach(
        slice -> days.putAll(state.days(tenant, slice, from.toEpochMilli(), reached + 1)));
    return days;
  }

  /** The newest statement of a tenant over a horizon; empty before there is one. */
  public Optional<TenantStatement> statement(String tenant, Horizon horizon) {
    return state.roi().newest(tenant, horizon);
  }

  /** What is open of a tenant at this moment; empty where nothing is. */
  public Optional<LiveSlice> open(String tenant) {
    Slice all = new Slice(SliceBy.ALL.id(), List.of());
    return state.live().slice(new LiveSlice.Key(tenant, all));
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

  private OutputReader reader(Outputs outputs, KpiState state, Timer delay) {
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

  private Routes routes(KpiState state, Map<String, Route> slow) {
    Map<String, Route> resources = new HashMap<>(ApiV1.routes(state));
    resources.put(
        "/metrics",
        request -> {
          request.requireAllTenants();
          return metrics.scrape();
        });
    Map<String, Route> probes =
        Map.of(
            "/livez", request -> Response.text(200, "alive\n"),
            "/readyz", request -> Response.of(readiness));
    String process = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    return new Routes(probes, resources)
        .withPages(Page.routes())
        .withSlow(slow)
        .withStreams(ApiV1.streams(state, process));
  }
}
