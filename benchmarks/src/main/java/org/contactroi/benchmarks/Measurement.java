package org.contactroi.benchmarks;

import java.util.Optional;
import org.contactroi.benchmarks.process.CommitLatency;
import org.contactroi.benchmarks.process.CpuTime;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.benchmarks.topic.Written;

/**
 * What one program has taken in one round.
 *
 * @param events that it has read
 * @param seconds from the moment its tasks ran to the one at which nothing was left to do
 * @param cpu of its process in this time
 * @param startCpu of its process before, seconds
 * @param peakMemory the most memory that was resident at one time, bytes
 * @param written what it has written, if it writes
 */
record Measurement(
    BenchPlan.Letter letter,
    int round,
    long events,
    double seconds,
    CpuTime cpu,
    double startCpu,
    long peakMemory,
    Optional<Output> written) {

  private static final double MILLION = 1e6;

  /**
   * What a program of Kafka Streams leaves behind.
   *
   * @param traffic by topic, without its own name in front of its internal topics
   * @param logBytes on the broker's disk at the end
   * @param stateBytes on its own disk at the end
   * @param commits how long they took
   */
  record Output(
      Traffic traffic,
      long logBytes,
      long stateBytes,
      Optional<CommitLatency> commits,
      Figures figures) {

    /** To all topics but those that Kafka keeps for itself. */
    Written total() {
      return traffic.byTopic().entrySet().stream()
          .filter(topic -> !topic.getKey().startsWith("__"))
          .map(java.util.Map.Entry::getValue)
          .reduce(Written.NOTHING, Written::plus);
    }
  }

  double eventsPerSecond() {
    return events / seconds;
  }

  double perMillion(double value) {
    return value * MILLION / events;
  }

  double perEvent(long value) {
    return (double) value / events;
  }
}
