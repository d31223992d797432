package org.contactroi.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contactroi.serve.store.Readiness;

/**
 * An answer to a request.
 *
 * @param headers those that are not about the form of the body
 */
public record Response(int status, String contentType, Map<String, String> headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  public Response {
    headers = Map.copyOf(headers);
  }

  public Response(int status, String contentType, String body) {
    this(status, contentType, Map.of(), body);
  }

  /** Plain text, as Prometheus and probes read it. */
  public static Response text(int status, String text) {
    return new Response(status, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  /** A JSON document. */
  public static Response json(int status, JsonNode document) {
    try {
      return new Response(status, "application/json", JSON.writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a document cannot be written", e);
    }
  }

  /** Answers /readyz: 200, or 503 with the reason. */
  public static Response of(Readiness readiness) {
    return readiness
        .whyNot()
        .map(why -> text(503, why + "\n"))
        .orElseGet(() -> text(200, "ready\n"));
  }

  /** Whether clients keep nothing of it. */
  boolean isForgotten() {
    return "no-store".equals(headers.get("Cache-Control"));
  }

  /** The same body as another type. */
  public Response as(String type) {
    return new Response(status, type, headers, body);
  }

  /** With one more header. */
  public Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, contentType, more, body);
  }
}
