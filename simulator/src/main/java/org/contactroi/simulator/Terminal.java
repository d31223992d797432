package org.contactroi.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a standard stream is shown on a terminal, where lines can be redrawn. */
final class Terminal {

  private Terminal() {}

  /**
   * Returns whether the standard error stream is a terminal. Java can only tell for input and
   * output together, and output is often piped away; without /proc the answer is no.
   */
  static boolean isStandardError() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
