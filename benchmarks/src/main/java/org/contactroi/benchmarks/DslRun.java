package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.benchmarks.dsl.DslProgram;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.Folders;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Drain;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.topic.Topics;

/** Program b: the program of the DSL. */
final class DslRun implements Program {

  private static final Duration TO_START = Duration.ofMinutes(2);

  private final Site site;
  private final Topics topics;
  private final int partitions;

  DslRun(Site site, Topics topics, int partitions) {
    this.site = site;
    this.topics = topics;
    this.partitions = partitions;
  }

  @Override
  public BenchPlan.Letter letter() {
    return BenchPlan.Letter.B;
  }

  @Override
  public String title() {
    return "Kafka Streams DSL, two families";
  }

  @Override
  public Measurement measure(Published published, int round) throws InterruptedException {
    String id = "bench-b-" + round;
    Path state = site.folder().resolve(id);
    DslProgram.Setup program =
        new DslProgram.Setup(
            site.cluster().bootstrap(), site.cluster().registry(), id, state.toString());
    site.cluster().create(program.topics(), partitions);
    Traffic before = site.broker().traffic();
    int beans = Jvm.freePort();
    StreamsRun.Setup setup =
        new StreamsRun.Setup(
            letter(),
            round,
            published.interactionEvents(),
            new Drain.Watched(
                id, Set.of(topics.interactionEvents(), program.contributions()), Set.of()),
            state,
            beans,
            () -> new FiguresReader(site.cluster()).ofDsl(program));
    try (Child child =
        site.children()
            .start(id, Jvm.command(Main.class, Jvm.beans(beans), arguments(program)), Map.of())) {
      child.await(DslCommand.RUNNING, TO_START);
      return StreamsRun.begin(site, setup, child, before).await();
    } finally {
      site.cluster().delete(setup.watched()::isOwn);
      Folders.delete(state);
    }
  }

  private List<String> arguments(DslProgram.Setup program) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "dsl",
                "--application-id",
                program.applicationId(),
                "--state-dir",
                program.stateDir(),
                "--topic",
                topics.interactionEvents()));
    arguments.addAll(ClusterAddress.options(program.bootstrap(), program.registry()));
    return arguments;
  }
}
