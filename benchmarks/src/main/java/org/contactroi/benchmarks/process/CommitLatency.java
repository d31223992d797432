package org.contactroi.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * How long commits of a program of Kafka Streams have taken in the last half to whole minute, as
 * its own metrics say.
 *
 * @param average over its threads, ms
 * @param max of all its threads, ms
 */
public record CommitLatency(double average, double max) {

  private static final String THREADS = "kafka.streams:type=stream-thread-metrics,thread-id=*";

  /** Of the program whose beans are at a port; empty if it has not committed. */
  @SuppressWarnings("BanJNDI") // It was started here and listens to this machine alone.
  public static Optional<CommitLatency> of(int port) {
    try (JMXConnector connector =
        JMXConnectorFactory.connect(
            new JMXServiceURL(
                "service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi".formatted(port)))) {
      return of(read(connector.getMBeanServerConnection()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<CommitLatency> read(MBeanServerConnection beans)
      throws IOException, JMException {
    List<CommitLatency> threads = new ArrayList<>();
    for (ObjectName thread : beans.queryNames(new ObjectName(THREADS), null)) {
      double average = (Double) beans.getAttribute(thread, "commit-latency-avg");
      double max = (Double) beans.getAttribute(thread, "commit-latency-max");
      threads.add(new CommitLatency(average, max));
    }
    return threads;
  }

  static Optional<CommitLatency> of(List<CommitLatency> threads) {
    List<CommitLatency> known =
        threads.stream().filter(thread -> Double.isFinite(thread.average)).toList();
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CommitLatency(
                sum(known, CommitLatency::average) / known.size(),
                known.stream().mapToDouble(CommitLatency::max).max().orElseThrow()));
  }

  private static double sum(List<CommitLatency> of, ToDoubleFunction<CommitLatency> value) {
    return of.stream().mapToDouble(value).sum();
  }
}
