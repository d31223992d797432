package org.contactroi.serve.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A small HTTP server: GET only, one function per path. */
public final class HttpFront implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final int THREADS = 4;

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
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
      // The server takes 0 for a length that is not known and -1 for none.
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(bytes);
      }
    }
  }

  private Response respond(HttpExchange exchange) {
    Function<Query, Response> route = routes.get(exchange.getRequestURI().getPath());
    if (route == null) {
      return error(
          404, "no such path; there are %s".formatted(routes.keySet().stream().sorted().toList()));
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      return error(405, "only GET is allowed");
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
