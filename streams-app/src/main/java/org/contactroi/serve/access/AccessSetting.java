package org.contactroi.serve.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;

/**
 * Who may ask, as configured: {@code loopback}, {@code open} or the path of a file of tokens.
 *
 * @param text as it was set
 */
public record AccessSetting(String text) {

  /** This machine alone, without tokens. */
  public static final AccessSetting LOOPBACK = new AccessSetting("loopback");

  private static final String OPEN = "open";

  /**
   * Opens what was set, for a server that listens on a host.
   *
   * @throws IllegalArgumentException when others reach the host and nothing says what they may
   */
  public Access open(String host) {
    if (equals(LOOPBACK)) {
      if (!isLoopback(host)) {
        throw new IllegalArgumentException(
            "serve.host is '%s', which other machines reach; set serve.access to a file of tokens, as 'contact-roi token' makes them, or to 'open' if everybody who reaches it may see everything"
                .formatted(host));
      }
      return Access.LOCAL;
    }
    return text.equals(OPEN) ? Access.OPEN : Access.of(Path.of(text));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
