package org.contactroi.serve.http;

import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;

/** Which metrics a process shows. */
public enum Exposure {
  /** The product's own, of Kafka what boards and alerts use, and the process with its JVM. */
  BOARDS,
  /** All there are, thousands of Kafka's among them: some for each task, store and topic. */
  ALL;

  /** Kafka's metrics that boards and alerts may use, as Prometheus names them. */
  public static final List<String> OF_KAFKA =
      List.of(
          "kafka_stream_contact_roi_misplaced_events_total", "kafka_stream_thread_process_total");

  private static final List<String> WHOLE = List.of("contact_roi_", "jvm_", "process_", "system_");

  /** Whether a metric is shown, by its name in Prometheus. */
  public boolean shows(String metric) {
    return this == ALL || OF_KAFKA.contains(metric) || WHOLE.stream().anyMatch(metric::startsWith);
  }

  /** Refuses meters that are not shown, so that they are never made. */
  MeterFilter filter() {
    return MeterFilter.denyUnless(id -> shows(id.getName().replace('.', '_')));
  }
}
