package org.contactroi.serve.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.KeyStoreScanner;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server: GET, HEAD and OPTIONS, one function per path. Neither clients that bring half a
 * request nor those that do not read hold a thread, and probes are answered whatever the workers
 * do.
 */
public final class HttpFront implements AutoCloseable {

  private static final int SERVER_THREADS = 8;
  private static final int BACKLOG = 512;
  private static final long SWEEP_MS = 1_000;
  private static final long TICK_MS = 200;
  private static final int TICKS_OF_A_BEAT = 75;

  private final Limits limits;
  private final Routes routes;
  private final Connections<EndPoint> connections;
  private final ThreadPoolExecutor workers;
  private final ThreadPoolExecutor slowWorkers;
  private final ScheduledExecutorService sweeper;
  private final EventStreams streams = new EventStreams(TICKS_OF_A_BEAT);
  private final ScheduledFuture<?> sweeping;
  private final ScheduledFuture<?> ticking;
  private final Javalin javalin;

  private HttpFront(FrontSettings settings, Routes routes, Limits limits) {
    this.limits = limits;
    this.routes = routes;
    this.connections =
        new Connections<>(
            limits, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), EndPoint::close);
    this.workers = workers("http-worker-", limits.workers(), limits.waiting());
    this.slowWorkers = workers("http-slow-worker-", limits.slowWorkers(), limits.slowWaiting());
    this.sweeper = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "http-sweeper"));
    this.sweeping =
        sweeper.scheduleWithFixedDelay(
            connections::sweep, SWEEP_MS, SWEEP_MS, TimeUnit.MILLISECONDS);
    this.ticking =
        sweeper.scheduleWithFixedDelay(streams::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    this.javalin = Javalin.create(config -> configure(config, settings));
  }

  /**
   * Starts to answer.
   *
   * @throws UncheckedIOException naming address and port when they cannot be had
   */
  public static HttpFront start(Endpoint endpoint, Routes routes) {
    return start(new FrontSettings(endpoint), routes);
  }

  /** The same to those who may ask. */
  public static HttpFront start(FrontSettings settings, Routes routes) {
    return start(new HttpFront(settings, routes, Limits.DEFAULT), settings.endpoint());
  }

  static HttpFront start(Endpoint endpoint, Routes routes, Limits limits) {
    FrontSettings settings = new FrontSettings(endpoint);
    return start(new HttpFront(settings, routes, limits), endpoint);
  }

  private static HttpFront start(HttpFront front, Endpoint endpoint) {
    try {
      front.javalin.start();
    } catch (JavalinBindException e) {
      front.close();
      throw new UncheckedIOException(
          "cannot listen on %s:%d: %s".formatted(endpoint.host(), endpoint.port(), reason(e)),
          new IOException(e));
    }
    return front;
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    ticking.cancel(false);
    streams.close();
    sweeper.shutdown();
    javalin.stop();
    workers.shutdownNow();
    slowWorkers.shutdownNow();
  }

  private static ThreadPoolExecutor workers(String name, int threads, int waiting) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.MILLISECONDS,
        new ArrayBlockingQueue<>(waiting),
        task -> daemon(task, name + number.incrementAndGet()));
  }

  private void configure(JavalinConfig config, FrontSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    QueuedThreadPool threads = new QueuedThreadPool(SERVER_THREADS);
    threads.setName("http");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
    config.jetty.modifyServer(
        server -> {
          server.setHandler(new Gate(routes, workers, slowWorkers, connections));
          server.setErrorHandler(Gate::sayError);
          server.setStopTimeout(0);
        });
    new Resources(routes, settings, connections, streams).register(config.routes);
  }

  private ServerConnector connector(Server server, HttpConfiguration http, FrontSettings settings) {
    http.setRequestHeaderSize(limits.headerBytes());
    http.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, protocols(server, http, settings));
    connector.setHost(settings.endpoint().host());
    connector.setPort(settings.endpoint().port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(limits.answer().toMillis());
    connector.addEventListener(
        new Connection.Listener() {
          @Override
          public void onOpened(Connection connection) {
            connections.opened(Gate.transport(connection));
          }

          @Override
          public void onClosed(Connection connection) {
            connections.closed(Gate.transport(connection));
          }
        });
    return connector;
  }

  /** A certificate that is renewed is shown to whoever comes then. */
  private static ConnectionFactory[] protocols(
      Server server, HttpConfiguration http, FrontSettings settings) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    if (settings.tls().isEmpty()) {
      return new ConnectionFactory[] {plain};
    }
    // Clients check the name in the certificate; the server answers by whatever name it is called.
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslContextFactory.Server tls = settings.tls().get().factory();
    server.addBean(new KeyStoreScanner(tls));
    return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
  }

  private static String reason(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
