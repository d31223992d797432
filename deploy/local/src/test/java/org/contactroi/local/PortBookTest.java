package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {
  @TempDir private Path folder;

  private PortBook book() {
    return new PortBook(folder.resolve("ports.properties"));
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void thePreferredPortIsNotTakenFromWhoListensThere() throws IOException {
    try (ServerSocket other = listen()) {
      assertThat(book().choose("serve", 0, other.getLocalPort()))
          .isNotEqualTo(other.getLocalPort())
          .isPositive();
    }
  }

  @Test
  void aRememberedPortIsUsedAgainEvenIfAnotherIsPreferred() throws IOException {
    int before = book().choose("serve", 0);
    int preferred;
    try (ServerSocket other = listen()) {
      preferred = other.getLocalPort();
    }

    assertThat(book().choose("serve", 0, preferred)).isEqualTo(before);
  }
}
