package org.contactroi.simulator.ledger;

import org.contactroi.events.QueueOutcome;

/**
 * A stay in a queue.
 *
 * @param contact tenant and interaction
 * @param id id of the visit within the interaction
 * @param queue the queue
 * @param entered when the customer came
 * @param exited when the customer left
 * @param outcome how it ended
 * @param isReported whether the source says how long it was
 */
public record Visit(
    ContactId contact,
    String id,
    String queue,
    long entered,
    long exited,
    QueueOutcome outcome,
    boolean isReported) {

  /** Returns the wait, ms. */
  public long waited() {
    return exited - entered;
  }
}
