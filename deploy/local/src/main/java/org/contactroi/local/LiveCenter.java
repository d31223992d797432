package org.contactroi.local;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.local.screen.GlanceReader;
import org.contactroi.local.screen.Screen;
import org.contactroi.local.screen.ScreenWords;
import org.contactroi.serve.Serve;
import org.contactroi.simulator.ClusterSettings;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * The simulated center of a demonstration: what is stated about it, its events, and the screen of
 * its return. First its history becomes figures, then time passes.
 */
final class LiveCenter implements AutoCloseable {

  /** System property with the time the launcher began, microseconds since the epoch. */
  private static final String STARTED = "contact-roi.started";

  private static final long MICROS_PER_MILLI = 1_000;

  /** A day that is long over when the center goes live. */
  private static final int DAYS_TO_EXPLAINED = 7;

  /**
   * What is asked for.
   *
   * @param speed multiple of real time when it is live
   */
  record Wanted(DemoSimulation.Wanted simulation, Speed speed, ScreenWords.Language language) {}

  private final LocalStack stack;
  private final AppConfig config;
  private final Wanted wanted;
  private final DemoSimulation simulation;
  private final Scenario scenario;
  private final SimulatorComponent simulator;
  private final ReportFile report;
  private @Nullable Computed computed;
  private @Nullable ReturnView view;
  private boolean isComputed;
  private boolean isLive;

  LiveCenter(LocalStack stack, AppConfig config, Wanted wanted, ClusterSettings cluster) {
    this.stack = stack;
    this.config = config;
    this.wanted = wanted;
    boolean isResumed = DemoSimulation.isIn(stack.folder());
    simulation =
        DemoSimulation.of(stack.folder(), wanted.simulation(), wanted.speed(), Instant.now());
    scenario = simulation.scenarioFound();
    simulator =
        new SimulatorComponent(
            new SimulatorComponent.Plan(simulation, isResumed, wanted.speed()), cluster);
    report = new ReportFile(stack.folder(), tenant(), cluster(stack, config));
  }

  /** The tenant whose return is shown. */
  String tenant() {
    return first().id();
  }

  /** What it is, in a line. */
  String about() {
    return scenario.name() + ": " + scenario.about();
  }

  /** What is stated about it, and what publishes its events. */
  List<Component> components() {
    return List.of(
        new ReferenceComponent(
            stack.folder(), scenario, simulation.dayZero(), cluster(stack, config)),
        simulator);
  }

  /** Begins to show it. */
  void show(Serve serve, PrintStream out, boolean isTerminal) {
    ScreenWords words = new ScreenWords(wanted.language());
    String title = words.of("title") + "   " + words.of("speed", scenario.name(), speed());
    computed = new Computed(config);
    view =
        new ReturnView(
            new ReturnView.Place(out, isTerminal),
            new ReturnView.Content(
                new Screen(words, title),
                new GlanceReader(serve, first(), simulation.from()),
                simulation,
                () -> links(serve.port(), words),
                startMillis()));
  }

  /** Shows how it is now. */
  void step() {
    if (view == null || computed == null) {
      throw new IllegalStateException("it is not shown");
    }
    if (isComputed) {
      view.showLive();
    } else if (simulator.isHistoryPublished() && computed.isAll()) {
      isComputed = true;
      view.showComputed();
    } else {
      view.showHistory();
    }
  }

  /** Whether all history has become figures that are shown. */
  boolean isComputed() {
    return isComputed;
  }

  /** Lets time pass, and writes the report of what was before; further calls do nothing. */
  void goLive() {
    if (!isLive) {
      isLive = true;
      simulator.goLive();
      report.begin();
    }
  }

  /**
   * Checks that it still publishes.
   *
   * @throws IllegalStateException with the cause if it does not
   */
  void requireAlive() throws InterruptedException {
    simulator.requireAlive();
  }

  @Override
  public void close() {
    report.end();
    if (computed != null) {
      computed.close();
      computed = null;
    }
  }

  /** Options that name a stack and its topics. */
  static List<String> cluster(LocalStack stack, AppConfig config) {
    return List.of(
        "--bootstrap", stack.bootstrapServers(),
        "--registry", stack.registryUrl(),
        "--topic-prefix", config.topics().names().prefix());
  }

  /** An address of the read side. */
  static String url(AppConfig config, int port, String path) {
    return "http://%s:%d%s".formatted(config.serve().endpoint().host(), port, path);
  }

  private Tenant first() {
    return scenario.tenants().get(0);
  }

  private String speed() {
    Double factor = wanted.speed().factor();
    return factor == null ? "max" : String.format(Locale.ROOT, "%.0f", factor);
  }

  private Map<String, String> links(int port, ScreenWords words) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("page", url(config, port, "/"));
    links.put(
        "report",
        report.written().map(String::valueOf).orElseGet(() -> words.of("report.writing")));
    links.put("api", url(config, port, "/v1/roi?tenant=" + tenant()));
    links.put("explain", explain());
    links.put("metrics", url(config, port, "/metrics"));
    links.put("data", stack.folder().toString());
    return links;
  }

  /** The saving of a day, down to its contacts. */
  private String explain() {
    LocalDate day =
        simulation.live().atZone(scenario.zone()).toLocalDate().minusDays(DAYS_TO_EXPLAINED);
    List<String> words =
        new ArrayList<>(
            List.of(
                "./contact-roi",
                "explain",
                "--tenant",
                tenant(),
                "--family",
                "saving",
                "--window",
                "day",
                "--start",
                day.toString()));
    if (!stack.hasStandardPorts()
        || !AppConfig.defaults()
            .topics()
            .names()
            .prefix()
            .equals(config.topics().names().prefix())) {
      words.addAll(cluster(stack, config));
    }
    return String.join(" ", words);
  }

  private static long startMillis() {
    Long micros = Long.getLong(STARTED);
    return micros == null
        ? ManagementFactory.getRuntimeMXBean().getStartTime()
        : micros / MICROS_PER_MILLI;
  }
}
