package org.contactroi.app.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a replay is: a line that is redrawn on a terminal, else a line every few seconds, or one
 * JSON document a line.
 */
final class ReplayProgress {

  /** How it is shown. */
  enum Form {
    TERMINAL(Duration.ofSeconds(1)),
    LINES(Duration.ofSeconds(5)),
    JSON(Duration.ofSeconds(5));

    private final long every;

    Form(Duration every) {
      this.every = every.toNanos();
    }
  }

  /** ESC [ K clears what a longer line left behind. */
  private static final String REDRAW = "\r\u001b[K";

  private static final int BAR_WIDTH = 24;
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter out;
  private final Form form;
  private final long events;
  private final LongSupplier nanos;
  private final long startNanos;
  private long start = -1;
  private long read;
  private long shownNanos;

  /**
   * Progress of a replay.
   *
   * @param events how many there are
   * @param nanos monotonic nanoseconds
   */
  ReplayProgress(PrintWriter out, Form form, long events, LongSupplier nanos) {
    this.out = out;
    this.form = form;
    this.events = events;
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
    this.shownNanos = startNanos - form.every;
  }

  /** Whether it is time to look again. */
  boolean isDue() {
    return nanos.getAsLong() - shownNanos >= form.every;
  }

  /**
   * Shows how far it is.
   *
   * @param done events that have been worked on, in this process or before
   * @param reached event time, of the tenant furthest behind; null before there is one
   */
  void show(long done, @Nullable Instant reached) {
    shownNanos = nanos.getAsLong();
    start = start < 0 ? done : start;
    read = done;
    switch (form) {
      case TERMINAL -> out.print(REDRAW + line(reached));
      case LINES -> out.println(line(reached));
      case JSON -> out.println(json("running", reached));
    }
    out.flush();
  }

  /** Takes the line away. */
  void clear() {
    if (form == Form.TERMINAL) {
      out.print(REDRAW);
      out.flush();
    }
  }

  /** Events of this process a second. */
  double perSecond() {
    return Math.max(0, read - Math.max(0, start)) / seconds();
  }

  double seconds() {
    return Math.max(1e-9, (nanos.getAsLong() - startNanos) / NANOS_PER_SECOND);
  }

  /** Of all events, those that have been worked on. */
  int percent() {
    return events == 0 ? 100 : (int) (100 * read / events);
  }

  /** The state as a document of one line. */
  String json(String state, @Nullable Instant reached) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("state", state).put("events", events).put("read", read);
    document.put("events_per_second", Math.round(perSecond()));
    document.put("event_time", reached == null ? null : reached.toString());
    document.put("seconds", Math.round(seconds()));
    document.put("seconds_left", perSecond() == 0 ? null : (Long) secondsLeft());
    return document.toString();
  }

  private long secondsLeft() {
    return Math.round((events - read) / perSecond());
  }

  private String line(@Nullable Instant reached) {
    int filled = events == 0 ? BAR_WIDTH : (int) (BAR_WIDTH * read / events);
    return String.format(
        Locale.ROOT,
        "%s%s %3d %%  %,d of %,d events  %,d/s  %s  %s",
        "#".repeat(filled),
        ".".repeat(BAR_WIDTH - filled),
        percent(),
        read,
        events,
        Math.round(perSecond()),
        reached == null ? "-" : reached.toString(),
        perSecond() == 0 ? "" : left(secondsLeft()));
  }

  private static String left(long seconds) {
    return String.format(Locale.ROOT, "%02d:%02d left", seconds / 60, seconds % 60);
  }
}
