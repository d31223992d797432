package org.contactroi.local.screen;

import java.io.PrintStream;
import java.util.List;

/** A terminal that is painted again and again from its first line. */
public final class Canvas {

  private static final String CLEAR_ALL = "\u001b[2J";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_REST_OF_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final PrintStream out;
  private boolean isPainted;

  public Canvas(PrintStream out) {
    this.out = out;
  }

  /**
   * Paints lines, of which the last are left out where there is no room.
   *
   * @param rows of the terminal
   */
  public void paint(List<String> lines, int rows) {
    StringBuilder text = new StringBuilder(isPainted ? "" : CLEAR_ALL).append(HOME);
    lines.stream()
        .limit(rows - 1L)
        .forEach(line -> text.append(line).append(CLEAR_REST_OF_LINE).append('\n'));
    out.print(text.append(CLEAR_BELOW));
    out.flush();
    isPainted = true;
  }
}
