package org.contactroi.interaction;

import org.contactroi.interaction.event.OfferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a leg to an agent that was closed.
 *
 * @param segmentId of the leg that follows if the agent takes it
 * @param queue that of its leg, else of the last visit begun at or before it, else the
 *     interaction's
 * @param offered UTC ms; null when only its close was seen
 * @param closed UTC ms
 */
public record Offer(
    String segmentId,
    String agent,
    String queue,
    @Nullable Long offered,
    long closed,
    OfferOutcome outcome) {

  /** How long it rang, ms; null when its begin was not seen. */
  public @Nullable Long ring() {
    return offered == null ? null : (Long) Math.max(0, closed - offered);
  }
}
