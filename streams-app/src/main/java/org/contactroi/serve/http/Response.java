package org.contactroi.serve.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.contactroi.serve.store.Readiness;

/** An answer to a request. */
public record Response(int status, String contentType, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Plain text, as Prometheus and probes read it. */
  public static Response text(int status, String text) {
    return new Response(status, "text/plain; version=0.0.4; charset=utf-8", text);
  }

  /** A JSON document. */
  public static Response json(int status, JsonNode document) {
    try {
      return new Response(
          status, "application/json; charset=utf-8", JSON.writeValueAsString(document));
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
}
