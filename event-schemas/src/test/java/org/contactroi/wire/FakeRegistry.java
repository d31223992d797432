package org.contactroi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** The few calls of a schema registry that the client makes, in memory, with failures on demand. */
final class FakeRegistry implements AutoCloseable {
  static final String BASE_PATH = "/apis/ccompat/v7";

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final List<String> texts = new ArrayList<>();
  private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
  private final Queue<Integer> failures = new ArrayDeque<>();
  final Map<String, String> levels = new LinkedHashMap<>();
  final List<String> requests = new ArrayList<>();
  final List<String> authorizations = new ArrayList<>();
  final List<String> contentTypes = new ArrayList<>();
  private String schemaType = "AVRO";

  private record Answer(int status, JsonNode body) {}

  FakeRegistry() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + BASE_PATH;
  }

  String urlWithCredentials(String userInfo) {
    return url().replace("//", "//" + userInfo + "@");
  }

  /** The next requests get these statuses, one each. */
  synchronized FakeRegistry failNext(int... statuses) {
    for (int status : statuses) {
      failures.add(status);
    }
    return this;
  }

  synchronized void answerSchemaType(String type) {
    schemaType = type;
  }

  synchronized void forgetEverything() {
    texts.clear();
    subjects.clear();
  }

  synchronized int add(String subject, String text) {
    int id = texts.indexOf(text) + 1;
    if (id == 0) {
      texts.add(text);
      id = texts.size();
    }
    List<Integer> versions = subjects.computeIfAbsent(subject, key -> new ArrayList<>());
    if (!versions.contains(id)) {
      versions.add(id);
    }
    return id;
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    contentTypes.add(String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")));
    Integer failure = failures.poll();
    JsonNode body = json.readTree(exchange.getRequestBody());
    Answer answer =
        failure == null
            ? answer(exchange.getRequestMethod(), path, body)
            : new Answer(failure, object().put("error_code", failure).put("message", "on demand"));
    byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer answer(String method, String path, JsonNode body) {
    if (!path.startsWith(BASE_PATH)) {
      return new Answer(404, object().put("error_code", 0).put("message", "no such resource"));
    }
    String[] parts = path.substring(BASE_PATH.length() + 1).split("/", -1);
    return switch (method + " " + parts[0]) {
      case "GET schemas" -> schema(Integer.parseInt(parts[2]));
      case "GET subjects" -> parts.length == 1 ? names() : latest(parts[1]);
      case "POST subjects" ->
          parts.length == 2 ? find(parts[1], text(body)) : put(parts[1], text(body));
      case "PUT config" -> level(parts[1], body);
      default -> error(404, 0, "no such resource");
    };
  }

  private Answer schema(int id) {
    return id < 1 || id > texts.size()
        ? error(404, 40403, "Schema not found")
        : new Answer(200, object().put("schema", texts.get(id - 1)).put("schemaType", schemaType));
  }

  private Answer names() {
    return new Answer(200, json.valueToTree(List.copyOf(subjects.keySet())));
  }

  private Answer latest(String subject) {
    List<Integer> versions = subjects.getOrDefault(subject, List.of());
    if (versions.isEmpty()) {
      return error(404, 40401, "Subject not found");
    }
    int id = versions.get(versions.size() - 1);
    ObjectNode found = object().put("id", id).put("version", versions.size());
    return new Answer(200, found.put("schema", texts.get(id - 1)));
  }

  private Answer find(String subject, String text) {
    int id = texts.indexOf(text) + 1;
    return subjects.getOrDefault(subject, List.of()).contains(id)
        ? new Answer(200, object().put("id", id))
        : error(404, 40403, "Schema not found");
  }

  private Answer put(String subject, String text) {
    return new Answer(200, object().put("id", add(subject, text)));
  }

  private Answer level(String subject, JsonNode body) {
    levels.put(subject, body.path("compatibility").asText());
    return new Answer(200, body);
  }

  private Answer error(int status, int code, String message) {
    return new Answer(status, object().put("error_code", code).put("message", message));
  }

  private ObjectNode object() {
    return json.createObjectNode();
  }

  private static String text(JsonNode body) {
    return body.path("schema").asText();
  }
}
