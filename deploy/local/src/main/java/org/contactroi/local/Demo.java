package org.contactroi.local;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.kpis.KpiReport;
import org.contactroi.app.kpis.TenantDays;
import org.contactroi.app.pipeline.Drained;
import org.contactroi.kpi.SliceBy;
import org.contactroi.simulator.ClusterSettings;
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
   * @param out gets the lines of the start and what is shown
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
  private final TopologyComponent topology;
  private final ServeComponent serve;
  private final List<Path> referenceFiles;
  private final List<String> tenants;
  private final Optional<PlaybackComponent> playback;
  private final Optional<LiveCenter> center;
  private volatile boolean closing;

  private Demo(LocalStack stack, Settings settings, LiveCenter.Wanted wanted) {
    this.stack = stack;
    this.out = settings.out();
    int port = stack.choosePort(ServeComponent.NAME, settings.servePort(), STANDARD_SERVE_PORT);
    config = DemoConfig.of(stack, port, settings.playback(), settings.keys());
    topology = new TopologyComponent(config, settings.playback().isPresent());
    serve = new ServeComponent(config, topology);
    ClusterSettings cluster =
        SimulatorComponent.cluster(
            stack.bootstrapServers(), stack.registryUrl(), config.topics().names().prefix());
    playback = settings.playback().map(played -> new PlaybackComponent(played, cluster));
    referenceFiles = settings.playback().map(Playback::reference).orElse(List.of());
    center =
        playback.isPresent()
            ? Optional.empty()
            : Optional.of(new LiveCenter(stack, config, wanted, cluster));
    tenants =
        settings
            .playback()
            .map(Playback::tenants)
            .orElseGet(() -> List.of(center.orElseThrow().tenant()));
  }

  /**
   * Checks the machine and the configuration; nothing runs yet.
   *
   * @throws SetupException if something does not allow a start
   */
  static Demo open(Settings settings, LiveCenter.Wanted wanted) {
    LocalStack stack = LocalStack.open(settings.stack(), settings.out());
    try {
      LogFile.divertTo(stack.folder().resolve("contact-roi.log"));
      return new Demo(stack, settings, wanted);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Shows live figures until the process ends. */
  void runUntilStopped() throws InterruptedException {
    begin();
    boolean isTerminal = Help.Ansi.AUTO.enabled();
    if (center.isPresent()) {
      boolean isOver = false;
      while (!isOver && step()) {
        Thread.sleep(ReturnView.INTERVAL.toMillis());
        isOver = letTimePass() && !isTerminal;
      }
    }
    LiveTable table = new LiveTable(out, isTerminal, width());
    while (draw(table)) {
      Thread.sleep(table.interval().toMillis());
    }
  }

  /**
   * Shows the return of the history of a simulated center, after which no time passes.
   *
   * @throws IllegalStateException if something is played
   */
  void runUntilShown() throws InterruptedException {
    LiveCenter shown = center.orElseThrow(() -> new IllegalStateException("something is played"));
    begin();
    while (!shown.isComputed() && step()) {
      Thread.sleep(ReturnView.INTERVAL.toMillis());
    }
  }

  /** When history is computed and shown; false before. */
  boolean letTimePass() {
    LiveCenter live = center.orElseThrow();
    if (live.isComputed()) {
      live.goLive();
    }
    return live.isComputed();
  }

  private void begin() {
    center.ifPresent(live -> out.println(live.about()));
    start(List.of(serve));
    out.println();
    out.println("data       " + stack.folder());
    out.println("page       " + pageUrl());
    out.println("Ctrl-C stops everything.");
    out.println();
    center.ifPresent(live -> live.show(serve.serve(), out, Help.Ansi.AUTO.enabled()));
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

  /** The same. */
  private synchronized boolean step() throws InterruptedException {
    if (closing) {
      return false;
    }
    requireAlive();
    center.orElseThrow().step();
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
    center.ifPresent(LiveCenter::close);
  }

  private void start(List<Component> readSide) {
    stack.start();
    List<Component> components = new ArrayList<>();
    components.add(new TopicsComponent(config));
    if (!referenceFiles.isEmpty()) {
      components.add(new ReferenceFiles(referenceFiles, cluster()));
    }
    center.ifPresent(live -> components.addAll(live.components()));
    playback.ifPresent(components::add);
    // There is something to look at while the topology begins to run.
    components.addAll(readSide);
    components.add(topology);
    stack.start(components);
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
    if (center.isPresent()) {
      center.get().requireAlive();
    }
  }

  /** How its cluster is reached. */
  AppConfig config() {
    return config;
  }

  /** Address of the page. */
  String pageUrl() {
    return LiveCenter.url(config, serve.serve().port(), "/");
  }

  /** Options of commands that name its cluster. */
  List<String> cluster() {
    return LiveCenter.cluster(stack, config);
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
