package org.contactroi.serve.http;

/**
 * Where an HTTP server listens.
 *
 * @param host address or name of the interface
 * @param port 0 for any free one
 */
public record Endpoint(String host, int port) {

  public static final int MAX_PORT = 65_535;

  public Endpoint {
    if (host.isBlank() || port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "'%s:%d' is no address to listen on".formatted(host, port));
    }
  }
}
