package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.contactroi.benchmarks.live.Arrivals;
import org.contactroi.benchmarks.live.GaugeWatch;
import org.contactroi.benchmarks.live.KpiWatch;
import org.contactroi.benchmarks.live.Load;
import org.contactroi.benchmarks.live.PacedPublication;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.CpuMeter;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.benchmarks.topic.Written;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.EventSink;

/** Measures a pipeline and its read side while events are published at a rate. */
final class LiveRun {

  /** In which the virtual machines compile what is hot. */
  private static final Duration WARMUP = Duration.ofSeconds(30);

  private static final Duration MEASURED = Duration.ofSeconds(60);
  private static final Duration TO_START = Duration.ofMinutes(3);
  private static final Duration TO_ARRIVE = Duration.ofMinutes(2);
  private static final long LOOK_EVERY_MS = 100;

  private final Site site;
  private final Checkout checkout;
  private final PipelineConfig config;
  private final int rate;

  /**
   * Of a checkout.
   *
   * @param config whose topics nobody else uses
   * @param rate events a second
   */
  LiveRun(Site site, Checkout checkout, PipelineConfig config, int rate) {
    this.site = site;
    this.checkout = checkout;
    this.config = config;
    this.rate = rate;
  }

  LiveResult measure(BenchPlan.Events events) throws InterruptedException {
    Path file = simulate(events);
    String id = config.topics().prefix() + "run";
    PipelineProcess process = new PipelineProcess(site, checkout, config);
    process.emptyOutputs(id);
    Path state = site.folder().resolve(id);
    int port = Jvm.freePort();
    try (Child pipeline =
            process.start(new PipelineProcess.Setup(id, state, Jvm.freePort()), TO_START);
        Child serve = process.startServe(id + "-serve", port, TO_START);
        Load load = new Load(file);
        EventSink sink = sink()) {
      serve.requireAlive();
      return publish(pipeline, port, sink, load);
    }
  }

  private LiveResult publish(Child pipeline, int port, EventSink sink, Load load)
      throws InterruptedException {
    String commit = checkout.commit();
    int warmup = (int) (WARMUP.toSeconds() * PacedPublication.PROBES);
    Arrivals kpis = new Arrivals(warmup);
    Arrivals gauges = new Arrivals(warmup);
    try (KpiWatch kpiWatch = kpiWatch(kpis);
        GaugeWatch gaugeWatch = new GaugeWatch(port, gauges)) {
      kpiWatch.start();
      gaugeWatch.start();
      PacedPublication publication = new PacedPublication(sink, load, List.of(kpis, gauges));
      publication.publish(rate, WARMUP);
      CpuMeter meter = new CpuMeter(pipeline.pid());
      Mark begin = Mark.now(meter);
      Traffic before = site.broker().traffic();
      long published = publication.publish(rate, MEASURED);
      Mark end = Mark.now(meter);
      awaitArrival(kpis, gauges, pipeline);
      return new LiveResult(
          commit,
          rate,
          published,
          begin.secondsTo(end),
          kpis.delays(),
          gauges.delays(),
          written(before),
          end.cpu().since(begin.cpu()));
    }
  }

  private void awaitArrival(Arrivals kpis, Arrivals gauges, Child pipeline)
      throws InterruptedException {
    long last = System.nanoTime() + TO_ARRIVE.toNanos();
    while (!(kpis.isComplete() && gauges.isComplete()) && System.nanoTime() < last) {
      pipeline.requireAlive();
      Thread.sleep(LOOK_EVERY_MS);
    }
  }

  private Written written(Traffic before) throws InterruptedException {
    String prefix = config.topics().prefix();
    List<String> inputs =
        List.of(
            config.topics().interactionEvents(),
            config.topics().agentEvents(),
            config.topics().customerEvents());
    return site.broker().traffic().since(before).byTopic().entrySet().stream()
        .filter(topic -> topic.getKey().startsWith(prefix) && !inputs.contains(topic.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Written.NOTHING, Written::plus);
  }

  private KpiWatch kpiWatch(Arrivals arrivals) {
    String topic = config.topics().prefix() + "kpi.handle-time";
    return new KpiWatch(
        config.bootstrap(), config.registry(), site.cluster().partitions(List.of(topic)), arrivals);
  }

  private EventSink sink() {
    return ClusterSettings.of(
            new Properties(),
            new ClusterSettings.Overrides(
                config.bootstrap(), config.registry(), config.topics().prefix(), null))
        .openSink();
  }

  /** Some more than are published, to a file. */
  private Path simulate(BenchPlan.Events events) throws InterruptedException {
    Path file = site.folder().resolve(config.topics().prefix() + "events.avro");
    long number = rate * (WARMUP.plus(MEASURED).toSeconds() + 1);
    site.children()
        .start(
            config.topics().prefix() + "simulate",
            checkout.command(
                List.of(
                    "simulate",
                    "--scenario",
                    events.scenario(),
                    "--rate",
                    events.rate(),
                    "--from",
                    BenchPlan.Events.FROM,
                    "--day-zero",
                    events.dayZero(),
                    "--events",
                    Long.toString(number),
                    "--faults",
                    "0",
                    "--out",
                    file.toString())),
            Map.of())
        .awaitEnd();
    return file;
  }
}
