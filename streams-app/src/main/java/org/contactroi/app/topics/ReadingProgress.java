package org.contactroi.app.topics;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help;

/** One line on a terminal that says how far a topic is read, and goes when it is. */
public interface ReadingProgress {

  /** For where there is no terminal. */
  ReadingProgress SILENT = (topic, read, all) -> {};

  /** Shows how many of all offsets are read. */
  void show(String topic, long read, long all);

  /** Takes the line away. */
  default void clear() {}

  /** A line where output is a terminal, else nothing. */
  static ReadingProgress of(PrintWriter to) {
    return Help.Ansi.AUTO.enabled() ? on(to) : SILENT;
  }

  /** A line on a terminal. */
  static ReadingProgress on(PrintWriter terminal) {
    return new Line(terminal);
  }

  /** A line that is redrawn. */
  record Line(PrintWriter terminal) implements ReadingProgress {

    /** ESC [ K clears what a longer line left behind. */
    private static final String REDRAW = "\r\u001b[K";

    @Override
    public void show(String topic, long read, long all) {
      terminal.print(
          REDRAW + String.format(Locale.ROOT, "reading %s: %d %%", topic, 100 * read / all));
      terminal.flush();
    }

    @Override
    public void clear() {
      terminal.print(REDRAW);
      terminal.flush();
    }
  }
}
