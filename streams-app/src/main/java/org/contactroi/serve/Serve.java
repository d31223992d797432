package org.contactroi.serve;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.live.LiveSlice;
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.serve.access.Access;
import org.contactroi.serve.gauge.Tenant;
import org.contactroi.serve.http.EventSource;
import org.contactroi.serve.http.FrontSettings;
import org.contactroi.serve.http.HttpFront;
import org.contactroi.serve.http.Metrics;
import org.contactroi.serve.http.PrometheusRows;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Route;
import org.contactroi.serve.http.Routes;
import org.contactroi.serve.page.Page;
import org.contactroi.serve.store.Outputs;

/**
 * The running read side: shows what one run publishes, and may be made to show another in its
 * place. It does so from one moment to the next, when all of the other is read.
 */
public final class Serve implements AutoCloseable {

  private static final long LOOK_MS = 100;

  /** Whoever is being answered from what is shown no more has so long. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final ServeSettings settings;
  private final Policies policies;
  private final Metrics metrics;
  private final HttpFront front;
  private final ExecutorService closer = Executors.newSingleThreadExecutor(Serve::daemon);
  private final Queue<ReadSide> replaced = new ConcurrentLinkedQueue<>();
  private volatile ReadSide side;
  private volatile boolean closed;

  private Serve(
      ServeSettings settings, Policies policies, Access access, Outputs outputs, Shown shown) {
    this.settings = settings;
    this.policies = policies;
    this.metrics = new Metrics(settings.exposure());
    this.side = open(outputs, shown);
    metrics.register(new PrometheusRows(() -> side.state()));
    try {
      this.front =
          HttpFront.start(
              new FrontSettings(settings.endpoint(), settings.tls(), settings.cors(), access),
              routes());
    } catch (RuntimeException e) {
      side.close();
      throw e;
    }
  }

  /**
   * What is shown of a run beside its topics.
   *
   * @param dataDir folder of what is read of it, its own
   * @param slow what answers paths by more than that; always the same paths
   */
  public record Shown(Path dataDir, Map<String, Route> slow) {}

  /**
   * Starts to read and to answer; ready when what was published before is read.
   *
   * @param further meters of other parts of this process
   */
  public static Serve start(
      ServeSettings settings,
      Outputs outputs,
      Policies policies,
      List<MeterBinder> further,
      Shown shown) {
    Access access = settings.access().open(settings.endpoint().host());
    Serve serve = new Serve(settings, policies, access, outputs, shown);
    further.forEach(serve.metrics::bind);
    return serve;
  }

  private ReadSide open(Outputs outputs, Shown shown) {
    return ReadSide.open(
        outputs,
        shown.dataDir(),
        settings.gaugeSlicesMax(),
        policies,
        shown.slow(),
        metrics.publicationDelay());
  }

  /**
   * Shows another run as soon as all that it has published is read; until then what was shown
   * before.
   *
   * @throws InterruptedException when it is not waited for any longer; what was shown stays
   */
  public void show(Outputs outputs, Shown shown) throws InterruptedException {
    ReadSide next = open(outputs, shown);
    try {
      while (next.readiness().whyNot().isPresent()) {
        Thread.sleep(LOOK_MS);
      }
    } catch (InterruptedException e) {
      next.close();
      throw e;
    }
    synchronized (this) {
      if (closed) {
        next.close();
        return;
      }
      replaced.add(side);
      side = next;
      closer.execute(this::closeReplacedLater);
    }
  }

  private void closeReplacedLater() {
    try {
      Thread.sleep(GRACE.toMillis());
      closeReplaced();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeReplaced() {
    ReadSide oldest = replaced.poll();
    if (oldest != null) {
      oldest.close();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "serve-closer");
    thread.setDaemon(true);
    return thread;
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
        slice -> days.putAll(side.state().days(tenant, slice, from.toEpochMilli(), reached + 1)));
    return days;
  }

  /** The newest statement of a tenant over a horizon; empty before there is one. */
  public Optional<TenantStatement> statement(String tenant, Horizon horizon) {
    return side.state().roi().newest(tenant, horizon);
  }

  /** What is open of a tenant at this moment; empty where nothing is. */
  public Optional<LiveSlice> open(String tenant) {
    Slice all = new Slice(SliceBy.ALL.id(), List.of());
    return side.state().live().slice(new LiveSlice.Key(tenant, all));
  }

  /** The event time that a tenant has reached; empty if it is not known. */
  public Optional<Instant> watermark(String tenant) {
    return side.state().tenant(tenant).map(Tenant::watermark).map(Instant::ofEpochMilli);
  }

  @Override
  public void close() {
    front.close();
    synchronized (this) {
      closed = true;
      closer.shutdownNow();
    }
    while (!replaced.isEmpty()) {
      closeReplaced();
    }
    side.close();
    metrics.close();
  }

  private Routes routes() {
    Map<String, Route> resources = new HashMap<>();
    side.resources()
        .forEach(
            (path, route) ->
                resources.put(path, Route.needing(route.role(), request -> answer(path, request))));
    resources.put(
        "/metrics",
        request -> {
          request.requireAllTenants();
          return metrics.scrape();
        });
    Map<String, Route> probes =
        Map.of(
            "/livez", request -> Response.text(200, "alive\n"),
            "/readyz", request -> Response.of(side.readiness()));
    Map<String, Route> slow = new HashMap<>();
    side.slow()
        .forEach(
            (path, route) ->
                slow.put(path, Route.needing(route.role(), request -> slowly(path, request))));
    Map<String, EventSource.Route> streams = new HashMap<>();
    side.streams()
        .keySet()
        .forEach(path -> streams.put(path, request -> new FollowedStream(path, request)));
    return new Routes(probes, resources)
        .withPages(Page.routes())
        .withSlow(slow)
        .withStreams(streams);
  }

  private Response answer(String path, Request request) {
    return Objects.requireNonNull(side.resources().get(path)).answer(request);
  }

  private Response slowly(String path, Request request) {
    return Objects.requireNonNull(side.slow().get(path)).answer(request);
  }

  /** Tells a client of what is shown; where that becomes another run, that all is another. */
  private final class FollowedStream implements EventSource {

    private final String path;
    private final Request request;
    private ReadSide told;
    private EventSource source;

    FollowedStream(String path, Request request) {
      this.path = path;
      this.request = request;
      this.told = side;
      this.source = open(told, request);
    }

    private EventSource open(ReadSide of, Request opening) {
      return Objects.requireNonNull(of.streams().get(path)).open(opening);
    }

    @Override
    public String next() {
      ReadSide now = side;
      if (now != told) {
        told = now;
        source = open(now, request.after("replaced"));
      }
      return source.next();
    }
  }
}
