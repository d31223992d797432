package org.contactroi.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request is not answered as asked, for programs and people (RFC 9457).
 *
 * @param status of HTTP
 * @param detail what is wrong with this request
 * @param errors every parameter that is wrong
 */
public record Problem(int status, String detail, List<Wrong> errors) {

  static final String CONTENT_TYPE = "application/problem+json";

  /**
   * A parameter that is wrong.
   *
   * @param detail what is wrong, and what is allowed
   */
  public record Wrong(String parameter, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
  }

  /** One that is not about parameters. */
  public Problem(int status, String detail) {
    this(status, detail, List.of());
  }

  /** A request with wrong parameters. */
  static Problem ofParameters(List<Wrong> errors) {
    String detail =
        errors.size() == 1
            ? "parameter '%s': %s".formatted(errors.get(0).parameter(), errors.get(0).detail())
            : "%d parameters are wrong".formatted(errors.size());
    return new Problem(HttpStatus.BAD_REQUEST_400, detail, errors);
  }

  /** The answer that says so. */
  Response response() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank")
        .put("title", HttpStatus.getMessage(status))
        .put("status", status)
        .put("detail", detail);
    if (!errors.isEmpty()) {
      ArrayNode list = json.putArray("errors");
      errors.forEach(
          error ->
              list.addObject().put("parameter", error.parameter()).put("detail", error.detail()));
    }
    Response response = Response.json(status, json).as(CONTENT_TYPE);
    return status == HttpStatus.UNAUTHORIZED_401
        ? response.with("WWW-Authenticate", "Bearer realm=\"contact-roi\"")
        : response;
  }
}
