package org.contactroi.simulator.ledger;

import org.contactroi.events.QueueOutcome;

/**
 * A stay in a queue.
 *
 * @param id id of the visit within the interaction
 * @param entered when the customer came
 * @param exited when the customer left
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
