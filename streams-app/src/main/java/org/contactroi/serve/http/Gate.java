package org.contactroi.serve.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.contactroi.serve.access.Grant;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Where requests come in: answers probes at once and hands all others to workers, so that the
 * threads of the server read and write only.
 */
final class Gate extends Handler.Wrapper {

  /** Attribute of a request that holds its connection. */
  static final String CONNECTION = "org.contactroi.connection";

  private final Routes routes;
  private final Executor workers;
  private final Executor slowWorkers;
  private final Connections<EndPoint> connections;

  Gate(Routes routes, Executor workers, Executor slowWorkers, Connections<EndPoint> connections) {
    this.routes = routes;
    this.workers = workers;
    this.slowWorkers = slowWorkers;
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    EndPoint connection = transport(request.getConnectionMetaData().getConnection());
    connections.answering(connection);
    Request.addCompletionListener(request, failure -> connections.waiting(connection));
    request.setAttribute(CONNECTION, connection);
    String path = Request.getPathInContext(request);
    Route probe = routes.probes().get(path);
    if (probe != null) {
      send(response, probe(probe, request), callback);
      return true;
    }
    try {
      Executor executor = routes.isSlow(path) ? slowWorkers : workers;
      executor.execute(() -> work(request, response, callback));
    } catch (RejectedExecutionException full) {
      Problem busy =
          new Problem(
              HttpStatus.SERVICE_UNAVAILABLE_503, "too many requests wait; ask again in a second");
      send(response, answer(request, busy.response().with("Retry-After", "1")), callback);
    }
    return true;
  }

  /** What a connection rests on, below TLS, too. */
  static EndPoint transport(Connection connection) {
    EndPoint point = connection.getEndPoint();
    while (point instanceof EndPoint.Wrapper wrapper) {
      point = wrapper.unwrap();
    }
    return point;
  }

  private void work(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }

  /** Says what the server itself has to object, for instance to headers that are too large. */
  static boolean sayError(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    Problem problem =
        new Problem(status, reason == null ? HttpStatus.getMessage(status) : reason.toString());
    send(response, answer(request, problem.response()), callback);
    return true;
  }

  private static Answer probe(Route probe, Request request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD" -> answer(request, probe.answer(asked(request)));
      case "OPTIONS" -> Answer.ofOptions();
      default -> answer(request, notAllowed());
    };
  }

  static org.contactroi.serve.http.Response notAllowed() {
    return new Problem(
            HttpStatus.METHOD_NOT_ALLOWED_405, "only %s are allowed".formatted(Answer.ALLOW))
        .response()
        .with("Allow", Answer.ALLOW);
  }

  private static Answer answer(Request request, org.contactroi.serve.http.Response response) {
    return Answer.of(request.getMethod(), asked(request), response);
  }

  private static org.contactroi.serve.http.Request asked(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.merge(
          field.getName().toLowerCase(Locale.ROOT),
          field.getValue() == null ? "" : field.getValue(),
          (one, other) -> one + "," + other);
    }
    return new org.contactroi.serve.http.Request(
        Request.getPathInContext(request),
        Map.of(),
        request.getHttpURI().getQuery(),
        headers,
        Grant.NOTHING);
  }

  private static void send(Response response, Answer answer, Callback callback) {
    response.setStatus(answer.status());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    if (answer.hasLength()) {
      response.getHeaders().put("Content-Length", Long.toString(answer.length()));
    }
    response.write(true, answer.body().duplicate(), callback);
  }
}
