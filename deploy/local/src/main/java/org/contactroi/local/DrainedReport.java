package org.contactroi.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.contactroi.app.kpis.KpiReport;
import org.contactroi.kpi.SliceBy;

/**
 * The figures of a playback and what it took.
 *
 * @param tenant whose figures they are
 * @param kpis figures of all and by queue
 */
record DrainedReport(String tenant, KpiReport kpis, Effort effort) {

  private static final int WIDTH = 120;
  private static final double MILLION = 1e6;

  /**
   * What it took.
   *
   * @param events published
   * @param elapsed from the first event to the last figure
   * @param cpu of this process and the registry, their start included
   */
  record Effort(long events, Duration elapsed, Duration cpu) {

    double seconds() {
      return elapsed.toMillis() / 1e3;
    }

    double eventsPerSecond() {
      return events / Math.max(seconds(), 1e-3);
    }

    double cpuSecondsPerMillionEvents() {
      return cpu.toMillis() / 1e3 * MILLION / Math.max(events, 1);
    }
  }

  /** Prints for people, or one JSON document. */
  void print(PrintStream out, boolean json) {
    if (json) {
      out.println(document().toPrettyString());
    } else {
      out.println();
      kpis.tables(WIDTH).forEach(out::println);
      kpis.details(SliceBy.ALL).forEach(out::println);
      out.println();
      out.println(effortLine());
    }
    out.flush();
  }

  private String effortLine() {
    return String.format(
        Locale.ROOT,
        "%d events, drained in %.1f s, %.0f events/s, %.0f CPU s per million events",
        effort.events(),
        effort.seconds(),
        effort.eventsPerSecond(),
        effort.cpuSecondsPerMillionEvents());
  }

  private ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .put("tenant", tenant)
        .put("events", effort.events())
        .put("seconds", effort.seconds())
        .put("events_per_second", Math.round(effort.eventsPerSecond()))
        .put("cpu_seconds", effort.cpu().toMillis() / 1e3)
        .put("cpu_seconds_per_million_events", Math.round(effort.cpuSecondsPerMillionEvents()));
    document.set("kpis", kpis.json());
    return document;
  }
}
