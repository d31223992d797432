package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.contactroi.benchmarks.live.Arrivals;
import org.contactroi.benchmarks.live.GaugeWatch;
import org.contactroi.benchmarks.live.KpiWatch;
import org.contactroi.benchmarks.live.Load;
import org.contactroi.benchmarks.live.PacedPublication;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.CpuMeter;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Drain;
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

  /** Once, with nothing beside it. */
  List<LiveResult> measure(BenchPlan.Events events) throws InterruptedException {
    Path file = simulate(events, 1);
    PipelineProcess process = new PipelineProcess(site, checkout, config);
    process.emptyOutputs(id());
    try (Child pipeline = start(process)) {
      return measured(process, pipeline, file, live -> List.of(live.measure(checkout.commit())));
    }
  }

  /** Behind a history that was counted: once as it is, and once while that is replayed. */
  List<LiveResult> measureBesideReplay(BenchPlan.Events events) throws InterruptedException {
    Path file = simulate(events, 2);
    new Filling(site, checkout, config).publish(events);
    PipelineProcess process = new PipelineProcess(site, checkout, config);
    Set<String> outputs = process.emptyOutputs(id());
    try (Child pipeline = start(process)) {
      site.progress().tell("counting the history");
      try (Drain drain =
          new Drain(site.cluster(), new Drain.Watched(id(), Set.copyOf(inputs()), outputs))) {
        drain.await(
            () -> {
              pipeline.requireAlive();
              return pipeline;
            });
      }
      return measured(
          process,
          pipeline,
          file,
          live -> {
            LiveResult alone = live.measure(checkout.commit());
            try (Child replay = process.startReplay(id(), TO_START)) {
              LiveResult beside = live.measure("beside a replay");
              replay.requireAlive();
              return List.of(alone, beside);
            }
          });
    }
  }

  private String id() {
    return config.topics().prefix() + "run";
  }

  private Child start(PipelineProcess process) throws InterruptedException {
    Path state = site.folder().resolve(id());
    return process.start(new PipelineProcess.Setup(id(), state, Jvm.freePort()), TO_START);
  }

  /** What is measured while everything runs. */
  private interface Measuring {
    List<LiveResult> measure(Running live) throws InterruptedException;
  }

  private List<LiveResult> measured(
      PipelineProcess process, Child pipeline, Path file, Measuring measuring)
      throws InterruptedException {
    int port = Jvm.freePort();
    Arrivals kpis = new Arrivals(0);
    Arrivals gauges = new Arrivals(0);
    try (Child serve = process.startServe(id() + "-serve", port, TO_START);
        Load load = new Load(file);
        EventSink sink = sink();
        KpiWatch kpiWatch = kpiWatch(kpis);
        GaugeWatch gaugeWatch = new GaugeWatch(port, gauges)) {
      serve.requireAlive();
      kpiWatch.start();
      gaugeWatch.start();
      PacedPublication publication = new PacedPublication(sink, load, List.of(kpis, gauges));
      return measuring.measure(new Running(pipeline, publication, kpis, gauges));
    }
  }

  /** A pipeline and its read side that run, and what looks at them. */
  private final class Running {

    private final Child pipeline;
    private final PacedPublication publication;
    private final Arrivals kpis;
    private final Arrivals gauges;

    Running(Child pipeline, PacedPublication publication, Arrivals kpis, Arrivals gauges) {
      this.pipeline = pipeline;
      this.publication = publication;
      this.kpis = kpis;
      this.gauges = gauges;
    }

    LiveResult measure(String title) throws InterruptedException {
      int warmup = (int) (WARMUP.toSeconds() * PacedPublication.PROBES);
      kpis.restart(warmup);
      gauges.restart(warmup);
      publication.publish(rate, WARMUP);
      CpuMeter meter = new CpuMeter(pipeline.pid());
      Mark begin = Mark.now(meter);
      Traffic before = site.broker().traffic();
      long published = publication.publish(rate, MEASURED);
      Mark end = Mark.now(meter);
      awaitArrival();
      return new LiveResult(
          title,
          rate,
          published,
          begin.secondsTo(end),
          kpis.delays(),
          gauges.delays(),
          written(before),
          end.cpu().since(begin.cpu()));
    }

    private void awaitArrival() throws InterruptedException {
      long last = System.nanoTime() + TO_ARRIVE.toNanos();
      while (!(kpis.isComplete() && gauges.isComplete()) && System.nanoTime() < last) {
        pipeline.requireAlive();
        Thread.sleep(LOOK_EVERY_MS);
      }
    }
  }

  private Written written(Traffic before) throws InterruptedException {
    String prefix = config.topics().prefix();
    return site.broker().traffic().since(before).byTopic().entrySet().stream()
        .filter(topic -> topic.getKey().startsWith(prefix) && !isOther(topic.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Written.NOTHING, Written::plus);
  }

  /** Whether the pipeline does not write it. */
  private boolean isOther(String topic) {
    return inputs().contains(topic) || topic.contains(PipelineProcess.OF_REPLAYS);
  }

  private List<String> inputs() {
    return List.of(
        config.topics().interactionEvents(),
        config.topics().agentEvents(),
        config.topics().customerEvents());
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
  private Path simulate(BenchPlan.Events events, int measurements) throws InterruptedException {
    Path file = site.folder().resolve(config.topics().prefix() + "events.avro");
    long number = (long) measurements * rate * (WARMUP.plus(MEASURED).toSeconds() + 1);
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
