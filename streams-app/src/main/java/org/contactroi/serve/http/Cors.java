package org.contactroi.serve.http;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whose pages may read answers in a browser.
 *
 * @param origins such as {@code https://board.example.org}; none by default
 */
public record Cors(Set<String> origins) {

  /** Nobody's. */
  public static final Cors NONE = new Cors(Set.of());

  private static final String ASKED = "Authorization, If-None-Match, Last-Event-ID";

  public Cors {
    origins = Set.copyOf(origins);
    for (String origin : origins) {
      if (!origin.matches("https?://[^/\\s*]+")) {
        throw new IllegalArgumentException(
            "'%s' is no origin such as https://board.example.org".formatted(origin));
      }
    }
  }

  /**
   * From a text, separated by commas.
   *
   * @throws IllegalArgumentException naming one that is no origin
   */
  public static Cors parse(String text) {
    return new Cors(
        Arrays.stream(text.split(","))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toSet()));
  }

  /** Headers that tell a browser so; for others only that the answer depends on who asks. */
  Map<String, String> headers(Request request) {
    Map<String, String> headers = new TreeMap<>();
    if (!origins.isEmpty()) {
      headers.put("Vary", Answer.VARY + ", Origin");
    }
    Optional<String> origin = request.header("origin").filter(origins::contains);
    if (origin.isEmpty()) {
      return headers;
    }
    headers.put("Access-Control-Allow-Origin", origin.get());
    headers.put("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
    if (request.header("access-control-request-method").isPresent()) {
      headers.put("Access-Control-Allow-Methods", Answer.ALLOW);
      headers.put("Access-Control-Allow-Headers", ASKED);
      headers.put("Access-Control-Max-Age", "600");
    }
    return headers;
  }
}
