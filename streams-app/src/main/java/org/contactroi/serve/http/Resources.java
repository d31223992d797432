package org.contactroi.serve.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.contactroi.serve.access.Access;
import org.contactroi.serve.access.Grant;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is no probe, by the path's route, to those who may ask. */
final class Resources {

  private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

  private final Routes routes;
  private final Cors cors;
  private final Access access;
  private final Audit audit = new Audit();
  private final Connections<EndPoint> connections;
  private final EventStreams streams;

  Resources(
      Routes routes,
      FrontSettings settings,
      Connections<EndPoint> connections,
      EventStreams streams) {
    this.routes = routes;
    this.cors = settings.cors();
    this.access = settings.access();
    this.connections = connections;
    this.streams = streams;
  }

  /** Takes part in a server. */
  void register(RoutesConfig config) {
    routes
        .pages()
        .forEach(
            (path, route) ->
                register(
                    config, path, context -> answer(context, request -> respond(route, request))));
    Stream.of(routes.resources(), routes.slow())
        .forEach(
            all ->
                all.forEach(
                    (path, route) ->
                        register(config, path, context -> answerAdmitted(context, route))));
    routes
        .streams()
        .forEach((path, route) -> register(config, path, context -> stream(context, route)));
    config.exception(HttpResponseException.class, this::refuse);
  }

  private void register(RoutesConfig config, String path, Handler handler) {
    for (HandlerType method : HandlerType.values()) {
      if (method.isHttpMethod()) {
        config.addHttpHandler(method, path, handler);
      }
    }
  }

  /** Answers those who may ask. */
  private void answerAdmitted(Context context, Route route) {
    answer(context, request -> respondAdmitted(context, route, request));
  }

  private Response respondAdmitted(Context context, Route route, Request request) {
    String peer = context.req().getRemoteAddr();
    Request admitted = request;
    Response response;
    try {
      admitted = request.of(grant(request));
      admitted.require(route.role());
      response = respond(route, admitted);
    } catch (ProblemException e) {
      response = e.problem().response();
    }
    audit.note(peer, admitted, route.role(), response);
    return response;
  }

  /**
   * What may be asked by whoever has sent a request.
   *
   * @throws ProblemException when it is nothing
   */
  private Grant grant(Request request) {
    if (!access.isFor(request.header("host"))) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN_403,
          "only this machine may ask, by localhost or 127.0.0.1; serve.access says who else may");
    }
    Optional<String> authorization = request.header("authorization");
    return access
        .grant(authorization)
        .orElseThrow(
            () ->
                new ProblemException(
                    HttpStatus.UNAUTHORIZED_401,
                    authorization.isPresent()
                        ? "the token is none of those known, or has expired"
                        : "a token is needed, as in the header Authorization: Bearer TOKEN"));
  }

  private void answer(Context context, Route route) {
    Request request = request(context);
    String method = context.req().getMethod();
    switch (method) {
      case "GET", "HEAD" -> send(context, Answer.of(method, request, route.answer(request)));
      case "OPTIONS" -> send(context, Answer.ofOptions());
      default -> send(context, Answer.of(method, request, Gate.notAllowed()));
    }
  }

  /** Answers as a resource does, and goes on where that is the beginning of a stream. */
  private void stream(Context context, EventSource.Route route) {
    AtomicReference<EventSource> source = new AtomicReference<>();
    EndPoint connection = connection(context);
    Route begin =
        request -> {
          source.set(route.open(request));
          boolean isHead = context.req().getMethod().equals("HEAD");
          if (!isHead && !connections.streaming(connection)) {
            throw new ProblemException(
                HttpStatus.SERVICE_UNAVAILABLE_503, "as many streams are open as are allowed");
          }
          return new Response(HttpStatus.OK_200, "text/event-stream", "")
              .with("Cache-Control", "no-store");
        };
    answerAdmitted(context, begin);
    EventSource opened = source.get();
    if (opened != null
        && context.statusCode() == HttpStatus.OK_200
        && context.req().getMethod().equals("GET")) {
      context.res().setContentLengthLong(-1);
      context.future(() -> streams.open(output(context), opened));
    }
  }

  private static Response respond(Route route, Request request) {
    try {
      return route.answer(request);
    } catch (ProblemException e) {
      return e.problem().response();
    } catch (RuntimeException e) {
      LOG.error("A request failed", e);
      return new Problem(
              HttpStatus.INTERNAL_SERVER_ERROR_500, "the request failed; the log says why")
          .response();
    }
  }

  /** Says what the router has to object. */
  private void refuse(HttpResponseException e, Context context) {
    String detail =
        e.getStatus() == HttpStatus.NOT_FOUND_404
            ? "no such path; there are %s".formatted(routes.paths())
            : String.valueOf(e.getMessage());
    Response response = new Problem(e.getStatus(), detail).response();
    send(context, Answer.of(context.req().getMethod(), request(context), response));
  }

  private void send(Context context, Answer answer) {
    context.status(answer.status());
    answer.headers().forEach(context::header);
    cors.headers(request(context)).forEach(context::header);
    if (answer.hasLength()) {
      context.res().setContentLengthLong(answer.length());
    }
    if (!answer.body().hasRemaining()) {
      return;
    }
    connections.holds(connection(context), answer.length());
    context.future(() -> AsyncBody.write(output(context), answer.body().array()));
  }

  private static EndPoint connection(Context context) {
    return (EndPoint) Objects.requireNonNull(context.req().getAttribute(Gate.CONNECTION));
  }

  private static ServletOutputStream output(Context context) {
    try {
      return context.res().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Request request(Context context) {
    Map<String, String> headers = new HashMap<>();
    context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    return new Request(
        context.path(), context.pathParamMap(), context.queryString(), headers, Grant.NOTHING);
  }
}
