package org.contactroi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Children;
import org.contactroi.benchmarks.process.Folders;
import org.contactroi.topic.Topics;

/** A broker, events on it, and the programs that are measured with them. */
final class Bench implements AutoCloseable {

  private static final Topics TOPICS = new Topics("contact-roi.");

  private final Checkout own;
  private final BenchPlan plan;
  private final Path folder;
  private final boolean isTemporary;
  private final Progress progress;
  private final Children children;

  private Bench(Checkout own, BenchPlan plan, Path folder, boolean isTemporary) {
    this.own = own;
    this.plan = plan;
    this.folder = folder;
    this.isTemporary = isTemporary;
    progress = new Progress(System.err);
    children = new Children(folder);
  }

  /**
   * Prepares a folder; nothing runs yet.
   *
   * @param work the folder, which is kept; a temporary one when empty
   */
  static Bench open(Checkout own, BenchPlan plan, Optional<Path> work) throws IOException {
    if (!Files.isDirectory(Path.of("/proc/self/task"))) {
      throw new IllegalStateException("bench needs Linux: it reads processor times from /proc");
    }
    Path folder =
        work.isPresent()
            ? Files.createDirectories(work.get()).toAbsolutePath()
            : Files.createTempDirectory("contact-roi-bench");
    if (work.isPresent() && Files.exists(folder.resolve("broker"))) {
      throw new IllegalArgumentException("--work " + work.get() + " was used before; empty it");
    }
    return new Bench(own, plan, folder, work.isEmpty());
  }

  /** Publishes once, then measures in rounds. */
  Report run() throws InterruptedException {
    progress.tell("starting the broker in " + folder);
    try (Broker broker = Broker.start(children, folder.resolve("broker"))) {
      return run(new Site(children, broker, folder, progress));
    }
  }

  /** Measures how late figures are, at one rate after the other. */
  LiveReport runLive() throws InterruptedException {
    progress.tell("starting the broker in " + folder);
    try (Broker broker = Broker.start(children, folder.resolve("broker"))) {
      Site site = new Site(children, broker, folder, progress);
      List<LiveResult> results = new ArrayList<>();
      for (Checkout checkout : checkouts()) {
        for (int rate : plan.live()) {
          progress.tell("%d events a second, %s".formatted(rate, checkout.commit()));
          PipelineConfig config = config(site).live("live-%d-".formatted(results.size()));
          LiveRun run = new LiveRun(site, checkout, config, rate);
          results.addAll(
              plan.isBesideReplay()
                  ? run.measureBesideReplay(plan.events())
                  : run.measure(plan.events()));
        }
      }
      return new LiveReport(results);
    }
  }

  private List<Checkout> checkouts() throws InterruptedException {
    List<Checkout> checkouts = new ArrayList<>(List.of(own));
    if (plan.against().isPresent()) {
      Checkout other = Checkout.at(plan.against().get());
      progress.tell("building " + other.root());
      other.build(children, "other");
      checkouts.add(other);
    }
    return checkouts;
  }

  private PipelineConfig config(Site site) {
    return new PipelineConfig(
        site.cluster().bootstrap(),
        site.cluster().registry(),
        TOPICS,
        plan.events().partitions(),
        plan.settings());
  }

  private Report run(Site site) throws InterruptedException {
    PipelineConfig config = config(site);
    List<Program> programs = programs(site, config);
    Published published = publish(new Filling(site, own, config));
    List<Report.Title> titles =
        programs.stream()
            .map(program -> new Report.Title(program.letter(), program.title()))
            .toList();
    return new Report(plan, published, titles, rounds(programs, published));
  }

  private Published publish(Filling filling) throws InterruptedException {
    BenchPlan.Events events = plan.events();
    progress.tell("publishing %d days of %s".formatted(events.days(), events.scenario()));
    Published published = filling.publish(events);
    progress.tell(
        "%,d events of %,d interactions, %,d of agents and customers"
            .formatted(
                published.interactionEvents(), published.interactions(), published.otherEvents()));
    return published;
  }

  private List<Program> programs(Site site, PipelineConfig config) throws InterruptedException {
    List<Program> programs = new ArrayList<>();
    for (BenchPlan.Letter letter : plan.programs()) {
      programs.add(
          switch (letter) {
            case A -> new Reading(site, TOPICS);
            case B -> new DslRun(site, TOPICS, plan.events().partitions());
            case C -> new PipelineRun(site, letter, own, config);
            case D -> other(site, config);
          });
    }
    return programs;
  }

  private PipelineRun other(Site site, PipelineConfig config) throws InterruptedException {
    Checkout checkout = Checkout.at(plan.against().orElseThrow());
    PipelineRun run = new PipelineRun(site, BenchPlan.Letter.D, checkout, config);
    progress.tell("building " + checkout.root());
    run.build();
    return run;
  }

  private List<Measurement> rounds(List<Program> programs, Published published)
      throws InterruptedException {
    List<Measurement> measurements = new ArrayList<>();
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Program program : programs) {
        progress.tell(
            "round %d of %d, %s: %s"
                .formatted(round, plan.rounds(), program.letter().lower(), program.title()));
        Measurement measurement = program.measure(published, round);
        measurements.add(measurement);
        progress.tell(
            "  %,.0f events/s, %.1f CPU s per million events"
                .formatted(
                    measurement.eventsPerSecond(),
                    measurement.perMillion(measurement.cpu().total())));
      }
    }
    return measurements;
  }

  @Override
  public void close() {
    children.close();
    if (isTemporary) {
      Folders.delete(folder);
    }
  }
}
