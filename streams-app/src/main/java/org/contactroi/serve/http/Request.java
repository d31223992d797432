package org.contactroi.serve.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.contactroi.notation.ChoiceText;
import org.contactroi.serve.access.Grant;
import org.contactroi.serve.access.Role;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks.
 *
 * @param path the path as it was sent
 * @param parts what stands for the parts of a route in braces, decoded
 * @param parameters as they were sent; null if there are none
 * @param headers by name in lower case, several of a name joined by commas
 * @param grant what may be asked
 */
public record Request(
    String path,
    Map<String, String> parts,
    @Nullable String parameters,
    Map<String, String> headers,
    Grant grant) {

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

  /** The same of a client that stays, who was told all up to an event; by its id. */
  public Request after(String event) {
    Map<String, String> others = new HashMap<>(headers);
    others.put("last-event-id", event);
    return new Request(path, parts, parameters, others, grant);
  }

  /** The same of somebody who may ask for more. */
  Request of(Grant other) {
    return new Request(path, parts, parameters, headers, other);
  }

  /**
   * Goes on if a role is among those allowed.
   *
   * @throws ProblemException if not
   */
  void require(Role role) {
    if (!grant.has(role)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN_403,
          "the token '%s' does not have the role %s".formatted(grant.name(), ChoiceText.of(role)));
    }
  }

  /**
   * Goes on if figures of a tenant may be seen.
   *
   * @throws ProblemException if not, whether there is such a tenant or not
   */
  public void requireTenant(String tenant) {
    if (!grant.isFor(tenant)) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN_403,
          "the token '%s' is not for tenant '%s'".formatted(grant.name(), tenant));
    }
  }

  /**
   * Goes on if figures of all tenants may be seen.
   *
   * @throws ProblemException if not
   */
  public void requireAllTenants() {
    if (!grant.tenants().areAll()) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN_403,
          "the token '%s' is not for all tenants".formatted(grant.name()));
    }
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
