package org.contactroi.serve.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request, percent-decoded. A plus stays a plus: it joins the values of a slice.
 */
public final class Query {

  private final Map<String, String> parameters;

  private Query(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static Query parse(@Nullable String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        add(parameters, pair);
      }
    }
    return new Query(parameters);
  }

  /** A parameter, if it stands in the request. */
  Optional<String> get(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  String required(String name) {
    return get(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new ProblemException(
              400,"parameter '%s' is missing".formatted(name)));
  }

  /** Refuses parameters other than these. */
  void allowOnly(Collection<String> names) {
    for (String name : parameters.keySet()) {
      if (!names.contains(name)) {
        throw new ProblemException(
              400,
            "unknown parameter '%s'; allowed: %s".formatted(name, String.join(", ", names)));
      }
    }
  }

  private static void add(Map<String, String> parameters, String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
    if (parameters.putIfAbsent(name, value) != null) {
      throw new ProblemException(
              400,"parameter '%s' stands twice".formatted(name));
    }
  }

  private static String decode(String name, String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      ProblemException wrong =
          new ProblemException(
              400,
              "parameter '%s' is not percent-encoded: %s".formatted(name, e.getMessage()));
      wrong.initCause(e);
      throw wrong;
    }
  }
}
