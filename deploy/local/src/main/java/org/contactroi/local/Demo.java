package org.contactroi.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.kpis.KpiReport;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.app.run.Drained;
import org.contactroi.kpi.SliceBy;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.scenario.Scenario;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** A stack with topology, read side and a source of events, all in this process. */
final class Demo implements AutoCloseable {

  private static final int STANDARD_SERVE_PORT = 8080;

  /** Where the output is no terminal, all columns are shown. */
  private static final int WIDTH_OF_FILES = 120;

  /**
   * What is started.
   *
   * @param servePort port of the read side, 0 for the standard one or any free one
   * @param keys configuration of the pipeline
   * @param playback what is played; empty for the simulator
   * @param out gets the lines of the start and the live table
   */
  record Settings(
      StackSettings stack,
      int servePort,
      Map<String, String> keys,
      Optional<Playback> playback,
      PrintStream out) {}

  private final LocalStack stack;
  private final PrintStream out;
  private final AppConfig config;
  private final List<String> tenants;
  private final TopologyComponent topology;
  private final ServeComponent serve;
  private final List<Path> referenceFiles;
  private final Optional<PlaybackComponent> playback;
  private final SimulatorComponent simulator;
  private volatile boolean closing;

  private Demo(LocalStack stack, Settings settings, SimulatorComponent.Pace pace) {
    this.stack = stack;
    this.out = settings.out();
    int port = stack.choosePort(ServeComponent.NAME, settings.servePort(), STANDARD_SERVE_PORT);
    config = DemoConfig.of(stack, port, settings.playback(), settings.keys());
    topology = new TopologyComponent(config);
    serve = new ServeComponent(config, topology);
    ClusterSettings cluster =
        SimulatorComponent.cluster(
            stack.bootstrapServers(), stack.registryUrl(), config.topics().names().prefix());
    playback = settings.playback().map(played -> new PlaybackComponent(played, cluster));
    referenceFiles = settings.playback().map(Playback::reference).orElse(List.of());
    tenants = settings.playback().map(Playback::tenants).orElse(List.of(SimulatorComponent.TENANT));
    simulator =
        new SimulatorComponent(
            pace,
            cluster,
            () -> serve.serve().watermark(SimulatorComponent.TENANT).orElse(Instant.EPOCH));
  }

  /**
   * Checks the machine and the configuration; nothing runs yet.
   *
   * @throws SetupException if something does not allow a start
   */
  static Demo open(Settings settings, SimulatorComponent.Pace pace) {
    LocalStack stack = LocalStack.open(settings.stack(), settings.out());
    try {
      LogFile.divertTo(stack.folder().resolve("contact-roi.log"));
      return new Demo(stack, settings, pace);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Shows live figures until the process ends. */
  void runUntilStopped() throws InterruptedException {
    start(readSideAndSource());
    out.println();
    out.println("data       " + stack.folder());
    out.println("API        " + apiUrl());
    out.println("Ctrl-C stops everything.");
    out.println();
    LiveTable table = new LiveTable(out, Help.Ansi.AUTO.enabled(), width());
    while (draw(table)) {
      Thread.sleep(table.interval().toMillis());
    }
  }

  /** False when it is being closed. */
  private synchronized boolean draw(LiveTable table) throws InterruptedException {
    if (closing) {
      return false;
    }
    requireAlive();
    table.show(KpiReport.of(serve.serve().days(tenants.get(0), table.slices()), table.slices()));
    return true;
  }

  /**
   * Plays and waits until every event has become figures. The read side is not started: the figures
   * are read from the topics.
   *
   * @throws IllegalStateException if nothing is played
   */
  DrainedReport runUntilDrained() throws InterruptedException {
    PlaybackComponent played =
        playback.orElseThrow(() -> new IllegalStateException("nothing is played"));
    start(List.of());
    long events = played.awaitEvents();
    requireNotClosing();
    try (Drained drained = new Drained(config)) {
      long end = drained.await(this::requireRunning);
      Duration cpu = cpuTime();
      List<SliceBy> slices = List.of(SliceBy.ALL, SliceBy.of("queue"));
      return new DrainedReport(
          tenants.stream().map(tenant -> TenantDays.read(config, tenant, slices)).toList(),
          new DrainedReport.Effort(events, Duration.ofNanos(end - played.startNanos()), cpu));
    }
  }

  @Override
  public void close() {
    announceClosing();
    stack.close();
  }

  /** Waits for a table that is being drawn: it needs what is about to be closed. */
  private synchronized void announceClosing() {
    closing = true;
  }

  private void start(List<Component> last) {
    stack.start();
    List<Component> components = new ArrayList<>();
    components.add(new TopicsComponent(config));
    if (playback.isEmpty()) {
      components.add(reference());
    } else if (!referenceFiles.isEmpty()) {
      components.add(new ReferenceFiles(referenceFiles, cluster()));
    }
    playback.ifPresent(components::add);
    components.add(topology);
    components.addAll(last);
    stack.start(components);
  }

  private Component reference() {
    Scenario scenario = SimulatorComponent.scenario();
    return new ReferenceComponent(
        stack.folder(), scenario, SimulatorComponent.dayZero(scenario, Instant.now()), cluster());
  }

  private List<Component> readSideAndSource() {
    return playback.isEmpty() ? List.of(serve, simulator) : List.of(serve);
  }

  private void requireNotClosing() {
    if (closing) {
      throw new CancellationException("stopped before every event had become figures");
    }
  }

  private void requireRunning() {
    requireNotClosing();
    topology.pipeline().requireNoFailure();
  }

  private void requireAlive() throws InterruptedException {
    topology.pipeline().requireNoFailure();
    if (playback.isEmpty()) {
      simulator.requireAlive();
    }
  }

  private List<String> cluster() {
    return List.of(
        "--bootstrap", stack.bootstrapServers(),
        "--registry", stack.registryUrl(),
        "--topic-prefix", config.topics().names().prefix());
  }

  private String apiUrl() {
    return "http://%s:%d/api/v1/kpis?tenant=%s&family=service-level&window=day"
        .formatted(config.serve().endpoint().host(), serve.serve().port(), tenants.get(0));
  }

  private static int width() {
    return Help.Ansi.AUTO.enabled()
        ? Math.max(80, new UsageMessageSpec().autoWidth(true).width())
        : WIDTH_OF_FILES;
  }

  /** Of this process since its start, and of the registry. */
  private Duration cpuTime() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return Duration.ofNanos(system.getProcessCpuTime()).plus(stack.registry().cpuTime());
  }
}
