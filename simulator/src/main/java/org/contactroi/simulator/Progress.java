package org.contactroi.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
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
    return new Progress(System.err, isOnTerminal(), System::nanoTime);
  }

  /** Returns a progress that shows nothing. */
  public static Progress silent() {
    return new Progress(new PrintStream(OutputStream.nullOutputStream()), false, System::nanoTime);
  }

  void start() {
    count = 0;
    startNanos = nanos.getAsLong();
    shownNanos = startNanos;
  }

  void done(long events, EventSource source) {
    count = events;
    long now = nanos.getAsLong();
    if (now - shownNanos >= interval) {
      shownNanos = now;
      show(line(now, source.share()));
    }
  }

  void end(EventSource source) {
    show(line(nanos.getAsLong(), source.share()));
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

  private String line(long now, OptionalDouble share) {
    double seconds = (now - startNanos) / NANOS_PER_SECOND;
    double rate = seconds > 0 ? count / seconds : 0;
    if (share.isEmpty()) {
      return String.format(Locale.ROOT, "%,d events  %,.0f/s", count, rate);
    }
    double done = share.getAsDouble();
    return String.format(
        Locale.ROOT,
        "%s%,d events  %.0f %%  %,.0f/s  %s left",
        terminal ? bar(done) : "",
        count,
        done * 100,
        rate,
        remaining(done, seconds));
  }

  private static String bar(double share) {
    int filled = (int) Math.round(share * BAR_WIDTH);
    return "[" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] ";
  }

  private static String remaining(double share, double seconds) {
    if (share <= 0) {
      return "--:--";
    }
    long left = (long) Math.ceil(seconds * (1 - share) / share);
    return left < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", left / 60, left % 60)
        : String.format(Locale.ROOT, "%d h %02d min", left / 3600, left % 3600 / 60);
  }

  /**
   * Returns whether the standard error stream is a terminal. Java can only tell for input and
   * output together, and output is often piped away; without /proc the answer is no.
   */
  private static boolean isOnTerminal() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
