package org.contactroi.serve.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.serve.http.Request;
import org.contactroi.serve.http.Response;
import org.jspecify.annotations.Nullable;

/** Rows of values separated by commas (RFC 4180), the names of the columns first. */
final class Csv {

  static final String TYPE = "text/csv";

  private static final String JSON = "application/json";
  private final StringBuilder text = new StringBuilder();

  Csv(List<String> columns) {
    add(columns.stream());
  }

  /** Whether a client takes them rather than JSON: the first of both that it names. */
  static boolean isWanted(Request request) {
    return Stream.of(request.header("accept").orElse("").split(","))
        .map(one -> one.split(";", 2)[0].strip())
        .filter(type -> type.equals(TYPE) || type.equals(JSON) || type.equals("*/*"))
        .findFirst()
        .filter(TYPE::equals)
        .isPresent();
  }

  /** Adds a row; null is an empty value. */
  void row(@Nullable Object... values) {
    add(Stream.of(values).map(value -> value == null ? "" : value.toString()));
  }

  Response response() {
    return new Response(200, TYPE + "; charset=utf-8; header=present", text.toString());
  }

  private void add(Stream<String> values) {
    text.append(values.map(Csv::quoted).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String quoted(String value) {
    boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return isPlain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
