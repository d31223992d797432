package org.contactroi.serve.http;

import java.util.Optional;
import org.contactroi.serve.access.Access;

/**
 * Where and to whom a server answers.
 *
 * @param tls its certificate; without one it speaks HTTP
 * @param cors whose pages may read the answers
 * @param access who may ask
 */
public record FrontSettings(Endpoint endpoint, Optional<Tls> tls, Cors cors, Access access) {

  /** To everybody. */
  public FrontSettings(Endpoint endpoint, Optional<Tls> tls) {
    this(endpoint, tls, Cors.NONE, Access.OPEN);
  }

  /** To everybody, without a certificate. */
  public FrontSettings(Endpoint endpoint) {
    this(endpoint, Optional.empty());
  }

  /** What an address begins with. */
  public String scheme() {
    return tls.isPresent() ? "https" : "http";
  }
}
