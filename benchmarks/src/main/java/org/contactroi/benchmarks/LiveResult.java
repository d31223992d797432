package org.contactroi.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.contactroi.benchmarks.live.Delays;
import org.contactroi.benchmarks.process.CpuTime;
import org.contactroi.benchmarks.topic.Written;

/**
 * What was measured live.
 *
 * @param title of the pipeline
 * @param rate events a second that were asked for
 * @param events that were published
 * @param seconds that it took
 * @param kpi from the publication of an event to the committed KPI record
 * @param gauge from the same to the gauge
 * @param written by the pipeline for these events
 * @param cpu of the process of the topology
 */
record LiveResult(
    String title,
    int rate,
    long events,
    double seconds,
    Delays kpi,
    Delays gauge,
    Written written,
    CpuTime cpu) {

  static final List<String> HEAD =
      List.of(
          "live",
          "asked/s",
          "events/s",
          "KPI p50 ms",
          "p99",
          "gauge p50 ms",
          "p99",
          "probes",
          "records/event",
          "bytes/event",
          "cores");

  List<String> row() {
    return List.of(
        title,
        Integer.toString(rate),
        number("%,.0f", events / seconds),
        number("%.0f", kpi.median()),
        number("%.0f", kpi.p99()),
        number("%.0f", gauge.median()),
        number("%.0f", gauge.p99()),
        kpi.number() + "/" + gauge.number(),
        number("%.2f", (double) written.records() / events),
        number("%.0f", (double) written.bytes() / events),
        number("%.2f", cpu.total() / seconds));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("title", title)
        .put("rate", rate)
        .put("events", events)
        .put("seconds", seconds)
        .put("probes", kpi.number())
        .put("kpi_ms_p50", kpi.median())
        .put("kpi_ms_p99", kpi.p99())
        .put("gauge_ms_p50", gauge.median())
        .put("gauge_ms_p99", gauge.p99())
        .put("records_per_event", (double) written.records() / events)
        .put("bytes_per_event", (double) written.bytes() / events)
        .put("cpu_seconds", cpu.total())
        .put("jit_seconds", cpu.jit());
  }
}
