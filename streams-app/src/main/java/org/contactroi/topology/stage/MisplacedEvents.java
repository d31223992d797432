package org.contactroi.topology.stage;

import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts events on another partition than the default partitioner of Kafka's own producer gives
 * their key. Other clients hash otherwise; an interaction whose events come from both is torn
 * apart.
 */
public final class MisplacedEvents {

  /** Group of the metric, {@code stream-contact-roi-metrics} as Kafka Streams names it. */
  private static final String SCOPE = "contact-roi";

  private static final String OPERATION = "misplaced-events";

  private final int partitions;
  private final Sensor sensor;

  /**
   * Counts for a task.
   *
   * @param partitions of the input
   */
  public MisplacedEvents(ProcessorContext<?, ?> context, int partitions) {
    this.partitions = partitions;
    this.sensor =
        context
            .metrics()
            .addRateTotalSensor(SCOPE, context.taskId().toString(), OPERATION, RecordingLevel.INFO);
  }

  /** Notes an event that came on a partition. */
  public void note(byte[] key, int partition) {
    if (partition(key, partitions) != partition) {
      sensor.record();
    }
  }

  /** The partition that Kafka's default partitioner gives a key. */
  public static int partition(byte[] key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }
}
