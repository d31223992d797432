package org.contactroi.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.kpi.SliceBy;

/**
 * The figures of a playback and what it took.
 *
 * @param tenants figures of every tenant: of each day, and over all days by queue, too
 */
record DrainedReport(List<TenantDays> tenants, Effort effort) {

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
      tenants.forEach(tenant -> tenant.dayLines().forEach(out::println));
      tenants.forEach(tenant -> printSums(tenant, out));
      out.println(effortLine());
    }
    out.flush();
  }

  private static void printSums(TenantDays tenant, PrintStream out) {
    out.println("tenant %s, all days".formatted(tenant.tenant()));
    out.println();
    tenant.sums().tables(WIDTH).forEach(out::println);
    tenant.sums().details(SliceBy.ALL).forEach(out::println);
    out.println();
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
    if (tenants.size() == 1) {
      document.put("tenant", tenants.get(0).tenant());
    }
    document
        .put("events", effort.events())
        .put("seconds", effort.seconds())
        .put("events_per_second", Math.round(effort.eventsPerSecond()))
        .put("cpu_seconds", effort.cpu().toMillis() / 1e3)
        .put("cpu_seconds_per_million_events", Math.round(effort.cpuSecondsPerMillionEvents()));
    ArrayNode kpis = document.putArray("kpis");
    ArrayNode days = document.putArray("days");
    for (TenantDays tenant : tenants) {
      kpis.addAll(tenant.sumObjects());
      days.addAll(tenant.dayObjects());
    }
    return document;
  }
}
