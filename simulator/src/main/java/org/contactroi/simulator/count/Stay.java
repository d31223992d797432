package org.contactroi.simulator.count;

import java.util.Comparator;
import org.contactroi.events.QueueOutcome;

/**
 * A stay in a queue.
 *
 * @param id id of the visit
 * @param queue the queue, {@code unknown} if its begin is not seen
 * @param end when it ended; with the interaction if that is not seen
 * @param waited how long, ms
 * @param isWaitKnown whether that is known; 0 otherwise
 */
public record Stay(
    String id,
    String queue,
    long start,
    long end,
    QueueOutcome outcome,
    long waited,
    boolean isWaitKnown) {

  /** By start. */
  public static final Comparator<Stay> ORDER =
      Comparator.comparingLong(Stay::start).thenComparing(Stay::id, Utf8.ORDER);
}
