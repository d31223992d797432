package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.benchmarks.process.Checkout;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.Folders;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Drain;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.topic.Topics;

/** Programs c and d: the command {@code run} of a checkout. */
final class PipelineRun implements Program {

  private static final Duration TO_START = Duration.ofMinutes(3);

  private final Site site;
  private final BenchPlan.Letter letter;
  private final Checkout checkout;
  private final PipelineConfig config;
  private final String title;

  PipelineRun(Site site, BenchPlan.Letter letter, Checkout checkout, PipelineConfig config) {
    this.site = site;
    this.letter = letter;
    this.checkout = checkout;
    this.config = config;
    title = "pipeline at " + checkout.commit();
  }

  @Override
  public BenchPlan.Letter letter() {
    return letter;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Measurement measure(Published published, int round) throws InterruptedException {
    String id = "bench-%s-%d".formatted(letter.lower(), round);
    Path state = site.folder().resolve(id);
    PipelineProcess process = new PipelineProcess(site, checkout, config);
    Set<String> outputs = process.emptyOutputs(id);
    Drain.Watched watched = new Drain.Watched(id, Set.copyOf(inputs()), outputs);
    int beans = Jvm.freePort();
    Traffic before = site.broker().traffic();
    try (Child child = process.start(new PipelineProcess.Setup(id, state, beans), TO_START)) {
      StreamsRun.Setup setup =
          new StreamsRun.Setup(
              letter,
              round,
              published.all(),
              watched,
              state,
              beans,
              () -> new FiguresReader(site.cluster()).ofPipeline(config.topics().prefix()));
      return StreamsRun.begin(site, setup, child, before).await();
    } finally {
      site.cluster().delete(watched::isOwn);
      Folders.delete(state);
    }
  }

  private List<String> inputs() {
    Topics topics = config.topics();
    return List.of(topics.interactionEvents(), topics.agentEvents(), topics.customerEvents());
  }

  /** Builds it, if something changed. */
  void build() throws InterruptedException {
    checkout.build(site.children(), letter.lower());
  }

  static Map<String, String> javaOptions(int beans) {
    return Map.of("CONTACT_ROI_JAVA_OPTS", String.join(" ", Jvm.beans(beans)));
  }
}
