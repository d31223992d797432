package org.contactroi.serve.http;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.MultiCollector;
import java.time.Duration;

/** The metrics of one process, with those of its Java virtual machine. */
public final class Metrics implements AutoCloseable {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  /** With the meters that are to be shown, and no others. */
  public Metrics(Exposure exposure) {
    registry.config().meterFilter(exposure.filter());
    bind(new JvmMemoryMetrics());
    bind(new JvmThreadMetrics());
    bind(new ProcessorMetrics());
    bind(collections);
  }

  /** Adds the meters of a binder, for instance those of Kafka Streams. */
  public void bind(MeterBinder binder) {
    binder.bindTo(registry);
  }

  /** Answers /metrics. */
  public Response scrape() {
    return Response.text(200, registry.scrape());
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  public void register(MultiCollector rows) {
    registry.getPrometheusRegistry().register(rows);
  }

  /** Wall clock from the publication of an event to the reading of its committed KPI record. */
  public Timer publicationDelay() {
    return Timer.builder("contact.roi.publication.delay")
        .description("From the publication of an event to the reading of its committed KPI record")
        .serviceLevelObjectives(
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30))
        .register(registry);
  }
}
