package org.contactroi.simulator;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is: one line that is redrawn on a terminal, else a plain line every five
 * seconds and one at the end.
 */
public final class Progress {

  private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);
  private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(5);
  private static final int BAR_WIDTH = 24;
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier nanos;
  private final long interval;
  private long total;
  private long count;
  private long startNanos;
  private long shownNanos;

  /**
   * Creates a progress line.
   *
   * @param out where it is written
   * @param terminal whether a line can be redrawn there
   * @param nanos monotonic nanoseconds
   */
  public Progress(PrintStream out, boolean terminal, LongSupplier nanos) {
    this.out = out;
    this.terminal = terminal;
    this.nanos = nanos;
    this.interval = (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL).toNanos();
  }

  /** Returns a progress line on the standard error stream. */
  public static Progress onStandardError() {
    return new Progress(System.err, Terminal.isStandardError(), System::nanoTime);
  }

  /** Returns a progress that shows nothing. */
  public static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
  }

  void start(OptionalLong expected) {
    total = expected.orElse(0);
    count = 0;
    startNanos = nanos.getAsLong();
    shownNanos = startNanos;
  }

  void done(long events) {
    count = events;
    long now = nanos.getAsLong();
    if (now - shownNanos >= interval) {
      shownNanos = now;
      show(line(now));
    }
  }

  void end() {
    show(line(nanos.getAsLong()));
    if (terminal) {
      out.println();
    }
  }

  private void show(String line) {
    if (terminal) {
      // ESC [ K clears what a longer line left behind.
      out.print("\r" + line + "\u001b[K");
      out.flush();
    } else {
      out.println(line);
    }
  }

  private String line(long now) {
    double seconds = (now - startNanos) / NANOS_PER_SECOND;
    double rate = seconds > 0 ? count / seconds : 0;
    if (total <= 0) {
      return String.format(Locale.ROOT, "%,d events  %,.0f/s", count, rate);
    }
    double share = Math.min(1.0, (double) count / total);
    String bar = terminal ? bar(share) : "";
    return String.format(
        Locale.ROOT,
        "%s%,d/%,d events  %.0f %%  %,.0f/s  %s left",
        bar,
        count,
        total,
        share * 100,
        rate,
        remaining(rate));
  }

  private static String bar(double share) {
    int filled = (int) Math.round(share * BAR_WIDTH);
    return "[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] ";
  }

  private String remaining(double rate) {
    if (rate <= 0) {
      return "--:--";
    }
    long seconds = (long) Math.ceil(Math.max(0, total - count) / rate);
    return seconds < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
  }
}
