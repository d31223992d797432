package org.contactroi.simulator.scenario;

import org.jspecify.annotations.Nullable;

/**
 * A queue.
 *
 * @param priority the higher, the sooner it is served
 * @param hours when it is open; letters may come at any time
 * @param overflow where those go who wait too long, null for nowhere
 * @param callback offer to be called back, null for none
 */
public record Queue(
    String id,
    int priority,
    OpeningHours hours,
    @Nullable Overflow overflow,
    @Nullable Callback callback) {

  /**
   * A way out of a queue that takes too long.
   *
   * @param after wait, ms
   * @param queue id of the other queue
   */
  public record Overflow(long after, String queue) {}

  /**
   * An offer to be called back.
   *
   * @param after wait at which it is made, ms
   * @param accepted how often it is accepted, and how much later the call is due
   * @param reached share of the customers who answer
   */
  public record Callback(long after, Occasional accepted, double reached) {}
}
