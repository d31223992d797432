package org.contactroi.simulator.count;

import org.contactroi.events.OfferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * An interaction that was offered to an agent.
 *
 * @param segment id of the leg that follows if the agent takes it
 * @param offered when it began to ring, null if that is not seen
 */
public record Offered(
    String segment, String agent, @Nullable Long offered, long closed, OfferOutcome outcome) {

  /** How long it rang is not known if only its close is seen. */
  Amounts amounts() {
    Amounts amounts = new Amounts().add(measure(), 1);
    if (offered == null) {
      return amounts;
    }
    long rung = Math.max(0, closed - offered);
    return switch (outcome) {
      case ACCEPTED -> amounts.add("rings", 1).add("ring_accepted_ms", rung);
      case TIMEOUT -> amounts.add("rings", 1).add("ring_timeout_ms", rung);
      default -> amounts;
    };
  }

  private String measure() {
    return switch (outcome) {
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
      case TIMEOUT -> "timeout";
      case CANCELED -> "canceled";
      case RESCINDED -> "rescinded";
      case UNKNOWN -> "other";
    };
  }
}
