package org.contactroi.serve.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small HTTP server: GET and HEAD only, one function per path; compresses by {@link Gzip}. */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int THREADS = 4;
  private static final String HEAD = "HEAD";
  private static final List<String> METHODS = List.of("GET", HEAD);
  private static final String ACCEPT_ENCODING = "Accept-Encoding";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Function<Query, Response>> routes;

  private HttpFront(
      HttpServer server, ExecutorService threads, Map<String, Function<Query, Response>> routes) {
    this.server = server;
    this.threads = threads;
    this.routes = Map.copyOf(routes);
  }

  /**
   * Starts to answer.
   *
   * @param routes what answers each path
   * @throws UncheckedIOException naming address and port when they cannot be had
   */
  public static HttpFront start(Endpoint endpoint, Map<String, Function<Query, Response>> routes) {
    AtomicInteger number = new AtomicInteger();
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS, task -> daemon(task, "http-" + number.incrementAndGet()));
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(endpoint.host(), endpoint.port()), 0);
      HttpFront front = new HttpFront(server, threads, routes);
      server.setExecutor(threads);
      server.createContext("/", front::answer);
      server.start();
      return front;
    } catch (IOException e) {
      threads.shutdownNow();
      throw new UncheckedIOException(
          "cannot listen on %s:%d: %s".formatted(endpoint.host(), endpoint.port(), e.getMessage()),
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Response response = respond(exchange);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", response.contentType());
      headers.set("Vary", ACCEPT_ENCODING);
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      if (bytes.length >= Gzip.MIN_BYTES && Gzip.isAccepted(accepted(exchange))) {
        headers.set("Content-Encoding", Gzip.NAME);
        bytes = Gzip.compressed(bytes);
      }
      send(exchange, response.status(), bytes);
    }
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    if (exchange.getRequestMethod().equals(HEAD)) {
      // The server tells the length of a body only if it sends one.
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    // The server takes 0 for a length that is not known and -1 for none.
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private static List<String> accepted(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault(ACCEPT_ENCODING, List.of());
  }

  private Response respond(HttpExchange exchange) {
    Function<Query, Response> route = routes.get(exchange.getRequestURI().getPath());
    if (route == null) {
      return error(
          404, "no such path; there are %s".formatted(routes.keySet().stream().sorted().toList()));
    }
    if (!METHODS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", String.join(", ", METHODS));
      return error(405, "only GET and HEAD are allowed");
    }
    try {
      return route.apply(Query.parse(exchange.getRequestURI().getRawQuery()));
    } catch (BadRequestException e) {
      return error(e.status(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      return error(500, "the request failed; the log says why");
    }
  }

  private static Response error(int status, @Nullable String message) {
    return Response.json(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
