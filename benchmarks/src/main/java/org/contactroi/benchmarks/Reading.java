package org.contactroi.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.CpuMeter;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.process.Memory;
import org.contactroi.topic.Topics;

/** Program a: what any program pays before it does something. */
final class Reading implements Program {

  private static final Duration PATIENCE = Duration.ofHours(1);

  private final Site site;
  private final Topics topics;

  Reading(Site site, Topics topics) {
    this.site = site;
    this.topics = topics;
  }

  @Override
  public BenchPlan.Letter letter() {
    return BenchPlan.Letter.A;
  }

  @Override
  public String title() {
    return "reading";
  }

  @Override
  public Measurement measure(Published published, int round) throws InterruptedException {
    List<String> arguments =
        new ArrayList<>(List.of("read", "--topic", topics.interactionEvents()));
    arguments.addAll(ClusterAddress.options(site.cluster().bootstrap(), site.cluster().registry()));
    try (Child child =
        site.children()
            .start("a-" + round, Jvm.command(Main.class, List.of(), arguments), Map.of())) {
      CpuMeter meter = new CpuMeter(child.pid());
      child.await(ReadCommand.RUNNING, PATIENCE);
      Mark begin = Mark.now(meter);
      long events = Long.parseLong(child.await(ReadCommand.DONE, PATIENCE));
      Mark end = Mark.now(meter);
      return new Measurement(
          letter(),
          round,
          events,
          begin.secondsTo(end),
          end.cpu().since(begin.cpu()),
          begin.cpu().total(),
          Memory.peak(child.pid()),
          Optional.empty());
    }
  }
}
