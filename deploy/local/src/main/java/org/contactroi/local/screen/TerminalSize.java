package org.contactroi.local.screen;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The size of the terminal, which may change. */
public record TerminalSize(int columns, int rows) {

  private static final File TERMINAL = new File("/dev/tty");
  private static final TerminalSize USUAL = new TerminalSize(80, 40);
  private static final int LEAST_COLUMNS = 40;
  private static final int LEAST_ROWS = 10;

  /** As it is now; the usual one where nobody says. */
  public static TerminalSize now() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      return of(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      return USUAL;
    }
  }

  /** From rows and columns as {@code stty size} prints them. */
  static TerminalSize of(String size) {
    String[] parts = size.strip().split(" ", -1);
    if (parts.length != 2 || !size.strip().matches("[0-9]{1,4} [0-9]{1,4}")) {
      return USUAL;
    }
    int rows = Integer.parseInt(parts[0]);
    int columns = Integer.parseInt(parts[1]);
    return columns == 0
        ? USUAL
        : new TerminalSize(Math.max(LEAST_COLUMNS, columns), Math.max(LEAST_ROWS, rows));
  }
}
