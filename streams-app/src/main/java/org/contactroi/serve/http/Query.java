package org.contactroi.serve.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a request, percent-decoded. A plus stays a plus: it joins the values of a slice.
 */
public final class Query {

  private final Map<String, List<String>> parameters;

  private Query(Map<String, List<String>> parameters) {
    this.parameters = parameters;
  }

  /**
   * Reads the part of a URI after the question mark.
   *
   * @throws ProblemException naming a parameter that is not percent-encoded
   */
  public static Query parse(@Nullable String raw) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    if (raw != null && !raw.isEmpty()) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : decode(name, pair.substring(equals + 1));
        parameters.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
    return new Query(parameters);
  }

  /** Names of the parameters, in the order in which they stand. */
  public Set<String> names() {
    return parameters.keySet();
  }

  /** Values of a parameter, in the order in which they stand; none if it does not. */
  public List<String> all(String name) {
    return parameters.getOrDefault(name, List.of());
  }

  private static String decode(String name, String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      ProblemException wrong =
          new ProblemException(
              Problem.ofParameters(
                  List.of(new Problem.Wrong(name, "is not percent-encoded: " + e.getMessage()))));
      wrong.initCause(e);
      throw wrong;
    }
  }
}
