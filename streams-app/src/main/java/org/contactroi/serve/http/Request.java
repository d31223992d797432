package org.contactroi.serve.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param path the path as it was sent
 * @param parts what stands for the parts of a route in braces, decoded
 * @param parameters as they were sent; null if there are none
 * @param headers by name in lower case, several of a name joined by commas
 */
public record Request(
    String path,
    Map<String, String> parts,
    @Nullable String parameters,
    Map<String, String> headers) {

  public Request {
    parts = Map.copyOf(parts);
    headers = Map.copyOf(headers);
  }

  /**
   * Its parameters.
   *
   * @throws ProblemException naming one that is not percent-encoded
   */
  public Query query() {
    return Query.parse(parameters);
  }

  /** Value of a header, by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Part of the path that a route has in braces. */
  public String part(String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalArgumentException("the route has no part {%s}".formatted(name));
    }
    return part;
  }
}
