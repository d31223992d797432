package org.contactroi.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.app.kpis.KpiReport;
import org.contactroi.kpi.SliceBy;

/** The figures on the screen: redrawn in place on a terminal, else a plain line now and then. */
final class LiveTable {

  private static final Duration TERMINAL_INTERVAL = Duration.ofSeconds(1);
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);
  private static final String CLEAR_REST_OF_LINE = "\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final int width;
  private int drawn;

  /**
   * @param terminal whether lines can be redrawn
   * @param width characters of a line
   */
  LiveTable(PrintStream out, boolean terminal, int width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
  }

  /** Time between two draws. */
  Duration interval() {
    return terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
  }

  /** Slices that are shown. */
  List<SliceBy> slices() {
    return terminal ? List.of(SliceBy.ALL, SliceBy.of("queue")) : List.of(SliceBy.ALL);
  }

  /** Shows a report of {@link #slices()}. */
  void show(KpiReport report) {
    List<String> lines = report.tables(width);
    if (terminal) {
      redraw(lines);
    } else {
      append(lines);
    }
    out.flush();
  }

  private void redraw(List<String> lines) {
    StringBuilder text = new StringBuilder();
    if (drawn > 0) {
      text.append("\u001b[").append(drawn).append('A');
    }
    List<String> padded = new ArrayList<>(lines);
    while (padded.size() < drawn) {
      padded.add("");
    }
    padded.forEach(line -> text.append(line).append(CLEAR_REST_OF_LINE).append('\n'));
    out.print(text);
    drawn = padded.size();
  }

  /** The titles once, then the row of all. */
  private void append(List<String> lines) {
    if (drawn++ == 0) {
      out.println(lines.get(0));
    }
    if (lines.size() > 2) {
      out.println(lines.get(1));
    }
  }
}
