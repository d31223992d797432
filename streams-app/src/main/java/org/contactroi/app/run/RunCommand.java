package org.contactroi.app.run;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.ClusterOptions;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.app.replay.GoingOn;
import org.contactroi.app.runs.ReplayName;
import org.contactroi.app.topics.RequiredTopics;
import org.contactroi.serve.http.FrontSettings;
import org.contactroi.serve.http.HttpFront;
import org.contactroi.serve.http.Metrics;
import org.contactroi.serve.http.Response;
import org.contactroi.serve.http.Routes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the topology alone, until it is stopped or fails. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the topology until Ctrl-C; answers /metrics, /livez, /readyz on metrics.port.",
      "Exit code 1 when it failed, with the cause."
    })
public final class RunCommand implements Callable<Integer> {

  @Mixin private final ClusterOptions cluster = new ClusterOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--run",
      paramLabel = "live|NAME",
      defaultValue = ReplayName.LIVE,
      description = "A replay that has finished goes on from there (default: ${DEFAULT-VALUE}).")
  private String run = ReplayName.LIVE;

  @Override
  public Integer call() throws InterruptedException {
    GoingOn goingOn = GoingOn.of(cluster.config(), run);
    AppConfig config = goingOn.config();
    RequiredTopics.check(config);
    Lifecycle lifecycle = new Lifecycle();
    try (Pipeline pipeline = new Pipeline(config, goingOn.past());
        KafkaStreamsMetrics kafka = new KafkaStreamsMetrics(pipeline.streams());
        Metrics metrics = new Metrics(config.exposure());
        HttpFront front = HttpFront.start(front(config), routes(pipeline, metrics))) {
      metrics.bind(kafka);
      pipeline.onEnd(lifecycle::end);
      pipeline.start();
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "running %s, metrics on %s://%s:%d/metrics%n",
          config.streams().applicationId(),
          front(config).scheme(),
          config.metrics().host(),
          front.port());
      out.flush();
      lifecycle.runUntilEnd(pipeline, () -> sayEnd(out, config));
      pipeline.requireNoFailure();
    }
    return 0;
  }

  private static FrontSettings front(AppConfig config) {
    return new FrontSettings(config.metrics(), config.tls());
  }

  private static void sayEnd(PrintWriter out, AppConfig config) {
    out.printf(
        "stopped %s; the next run continues where it was%n", config.streams().applicationId());
    out.flush();
  }

  private static Routes routes(Pipeline pipeline, Metrics metrics) {
    return new Routes(
        Map.of(
            "/livez", request -> Response.text(200, "alive\n"),
            "/readyz", request -> readiness(pipeline)),
        Map.of("/metrics", request -> metrics.scrape()));
  }

  private static Response readiness(Pipeline pipeline) {
    return pipeline.isRunning()
        ? Response.text(200, "ready\n")
        : Response.text(503, pipeline.streams().state() + "\n");
  }
}
