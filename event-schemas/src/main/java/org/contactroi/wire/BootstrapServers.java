package org.contactroi.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Brokers as {@code bootstrap.servers} names them. Clients of Kafka wait a minute for brokers that
 * are not there, and warn all the while; a command that asks here first tells it at once.
 */
public final class BootstrapServers {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private BootstrapServers() {}

  /**
   * Checks that one of them accepts connections, for four seconds at most and the names' look-up.
   *
   * @param servers HOST:PORT, separated by commas
   * @throws IllegalStateException naming them, and why, if none does
   */
  public static void requireReachable(String servers) {
    List<String> reasons = new ArrayList<>();
    String[] all = servers.split(",", -1);
    for (String server : all) {
      try {
        connect(server.strip(), (int) (PATIENCE.toMillis() / all.length));
        return;
      } catch (IOException e) {
        reasons.add(server.strip() + ": " + reason(e));
      }
    }
    throw new IllegalStateException(
        "bootstrap.servers '%s' cannot be reached (%s)"
            .formatted(servers, String.join("; ", reasons)));
  }

  /** What is no address is for the client to refuse, which knows all their forms. */
  private static void connect(String server, int patienceMs) throws IOException {
    int colon = server.lastIndexOf(':');
    if (colon <= 0 || !server.substring(colon + 1).matches("[0-9]{1,5}")) {
      return;
    }
    String host = server.substring(0, colon).replaceFirst("^.*//", "").replaceAll("[\\[\\]]", "");
    int port = Math.min(Integer.parseInt(server.substring(colon + 1)), 65_535);
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("unknown host");
    }
    try (Socket socket = new Socket()) {
      socket.connect(address, patienceMs);
    }
  }

  private static String reason(IOException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
