package org.contactroi.local;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.List;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.run.OfficialServe;
import org.contactroi.serve.Serve;
import org.jspecify.annotations.Nullable;

/** The read side in this process, with the metrics of the topology. */
final class ServeComponent implements Component {
  /** The component's name. */
  static final String NAME = "serve";

  private final AppConfig config;
  private final TopologyComponent topology;
  private @Nullable OfficialServe serve;
  private @Nullable KafkaStreamsMetrics kafka;

  ServeComponent(AppConfig config, TopologyComponent topology) {
    this.config = config;
    this.topology = topology;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The running read side. */
  synchronized Serve serve() {
    if (serve == null) {
      throw new IllegalStateException("the read side does not run");
    }
    return serve.serve();
  }

  @Override
  public synchronized String start() {
    kafka = new KafkaStreamsMetrics(topology.pipeline().streams());
    OfficialServe started = OfficialServe.start(config, List.of(kafka));
    serve = started;
    return "http://%s:%d/metrics"
        .formatted(config.serve().endpoint().host(), started.serve().port());
  }

  @Override
  public synchronized void close() {
    if (serve != null) {
      serve.close();
      serve = null;
    }
    if (kafka != null) {
      kafka.close();
      kafka = null;
    }
  }
}
