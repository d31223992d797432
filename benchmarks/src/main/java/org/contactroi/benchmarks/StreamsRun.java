package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.CommitLatency;
import org.contactroi.benchmarks.process.CpuMeter;
import org.contactroi.benchmarks.process.Folders;
import org.contactroi.benchmarks.process.Memory;
import org.contactroi.benchmarks.topic.Drain;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.benchmarks.topic.Written;

/** One run of a program of Kafka Streams, from the moment its tasks run until it is drained. */
final class StreamsRun {

  private final Site site;
  private final Setup setup;
  private final Child child;
  private final CpuMeter meter;
  private final Mark begin;
  private final Traffic before;

  /**
   * What is run.
   *
   * @param events that it reads
   * @param beans port of its beans
   * @param figures reads what it has published
   */
  record Setup(
      BenchPlan.Letter letter,
      int round,
      long events,
      Drain.Watched watched,
      Path stateDir,
      int beans,
      Supplier<Figures> figures) {}

  private StreamsRun(Site site, Setup setup, Child child, CpuMeter meter, Traffic before) {
    this.site = site;
    this.setup = setup;
    this.child = child;
    this.meter = meter;
    this.before = before;
    begin = Mark.now(meter);
  }

  /** Begins the measurement of a program whose tasks run from now on. */
  static StreamsRun begin(Site site, Setup setup, Child child, Traffic before) {
    return new StreamsRun(site, setup, child, new CpuMeter(child.pid()), before);
  }

  /** Waits until it is drained. */
  Measurement await() throws InterruptedException {
    try (Drain drain = new Drain(site.cluster(), setup.watched())) {
      Mark end = drain.await(this::sample);
      return new Measurement(
          setup.letter(),
          setup.round(),
          setup.events(),
          begin.secondsTo(end),
          end.cpu().since(begin.cpu()),
          begin.cpu().total(),
          Memory.peak(child.pid()),
          Optional.of(output()));
    }
  }

  private Mark sample() {
    child.requireAlive();
    return Mark.now(meter);
  }

  private Measurement.Output output() throws InterruptedException {
    Optional<CommitLatency> commits = CommitLatency.of(setup.beans());
    Traffic traffic = traffic();
    long logBytes =
        site.cluster().logBytes(this::isOwnTopic).values().stream()
            .mapToLong(Long::longValue)
            .sum();
    // Stores keep in memory what they have not had to write; at their end they write it.
    child.close();
    return new Measurement.Output(
        traffic, logBytes, Folders.bytes(setup.stateDir()), commits, setup.figures().get());
  }

  private Traffic traffic() throws InterruptedException {
    Map<String, Written> named = new TreeMap<>();
    site.broker()
        .traffic()
        .since(before)
        .byTopic()
        .forEach(
            (topic, written) -> {
              if (isOwnTopic(topic) || topic.startsWith("__")) {
                named.put(shortName(topic), written);
              }
            });
    return new Traffic(named);
  }

  private boolean isOwnTopic(String topic) {
    return setup.watched().isOwn(topic) || setup.watched().outputs().contains(topic);
  }

  private String shortName(String topic) {
    return setup.watched().isOwn(topic)
        ? topic.substring(setup.watched().group().length() + 1)
        : topic;
  }
}
