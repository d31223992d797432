package org.contactroi.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.benchmarks.process.Child;
import org.contactroi.benchmarks.process.Children;
import org.contactroi.benchmarks.process.Jvm;
import org.contactroi.benchmarks.topic.Cluster;
import org.contactroi.benchmarks.topic.Traffic;

/** The broker that all programs use, in its own process with the registry. */
final class Broker implements AutoCloseable {

  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_ANSWER = Duration.ofSeconds(30);

  private final Child process;
  private final Cluster cluster;

  private Broker(Child process, Cluster cluster) {
    this.process = process;
    this.cluster = cluster;
  }

  /** Starts it over an empty folder. */
  static Broker start(Children children, Path folder) throws InterruptedException {
    Child process =
        children.start(
            "broker",
            Jvm.command(Main.class, List.of(), List.of("broker", "--data", folder.toString())),
            Map.of());
    String[] addresses = process.await(BrokerCommand.READY, TO_START).split(" ", -1);
    return new Broker(process, new Cluster(addresses[0], addresses[1]));
  }

  Cluster cluster() {
    return cluster;
  }

  /** What has been written since it started. */
  Traffic traffic() throws InterruptedException {
    process.tell("traffic");
    return Traffic.parse(process.await(BrokerCommand.TRAFFIC, TO_ANSWER));
  }

  @Override
  public void close() {
    cluster.close();
    process.close();
  }
}
