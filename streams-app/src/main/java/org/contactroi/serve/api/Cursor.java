package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.contactroi.serve.http.Parameters;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;

/** Where a page of a list ends and the next one begins; opaque to clients. */
final class Cursor {

  static final String NAME = "cursor";
  static final String LIMIT = "limit";

  private Cursor() {}

  /**
   * A page of a list.
   *
   * @param next the first entry that is not on it, as clients name it; empty on the last page
   */
  record Page<T>(List<T> entries, Optional<String> next) {

    /** Adds to a document where the list goes on, null if it does not. */
    void tell(ObjectNode document) {
      document.put("next", next.orElse(null));
    }
  }

  /** Names an entry, so that a page may begin with it. */
  static String of(String entry) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(entry.getBytes(StandardCharsets.UTF_8));
  }

  /** The entry that a request begins with; empty for the first. */
  static Optional<String> from(Parameters parameters) {
    return parameters.get(
        NAME,
        text -> {
          try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is none that was given", e);
          }
        });
  }

  /**
   * How many entries a request wants at most.
   *
   * @param most as many as there may be, and as there are by default
   */
  static int limit(Parameters parameters, int most) {
    return parameters
        .get(
            LIMIT,
            text -> {
              int limit = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
              if (limit < 1 || limit > most) {
                throw new IllegalArgumentException(
                    "'%s' is no whole number from 1 to %d".formatted(text, most));
              }
              return limit;
            })
        .orElse(most);
  }

  /** A page of a sorted list. */
  static <T> Page<T> page(
      Iterable<T> sorted, Function<T, String> name, Optional<String> from, int limit) {
    List<T> entries = new ArrayList<>();
    for (T entry : sorted) {
      String of = name.apply(entry);
      if (from.filter(begin -> of.compareTo(begin) < 0).isEmpty()) {
        if (entries.size() == limit) {
          return new Page<>(entries, Optional.of(of(of)));
        }
        entries.add(entry);
      }
    }
    return new Page<>(entries, Optional.empty());
  }

  /** Adds to the headers where the list goes on, for those who read no JSON. */
  static Response link(Response response, Request request, Optional<String> next) {
    return next.map(
            cursor ->
                response.with("Link", "<%s>; rel=\"next\"".formatted(target(request, cursor))))
        .orElse(response);
  }

  private static String target(Request request, String cursor) {
    StringBuilder target = new StringBuilder(request.path()).append('?');
    for (String name : request.query().names()) {
      if (!name.equals(NAME)) {
        request
            .query()
            .all(name)
            .forEach(value -> target.append(name).append('=').append(encoded(value)).append('&'));
      }
    }
    return target.append(NAME).append('=').append(cursor).toString();
  }

  /** A space is no plus, which stays what it is in a query. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
