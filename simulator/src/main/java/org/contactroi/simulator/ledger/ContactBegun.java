package org.contactroi.simulator.ledger;

import java.util.Map;
import org.contactroi.events.Channel;
import org.contactroi.events.Direction;
import org.contactroi.events.InteractionRelation;
import org.jspecify.annotations.Nullable;

/**
 * A contact began.
 *
 * @param access which bots and agents it can reach
 * @param attributes own dimensions
 * @param isTest whether it is test traffic
 */
public record ContactBegun(
    ContactId contact,
    long at,
    Medium medium,
    Customer customer,
    Reason reason,
    Access access,
    Map<String, String> attributes,
    boolean isTest) {

  /** By which way the customer came, and who reached out. */
  public record Medium(Channel channel, Direction direction) {}

  /**
   * The customer.
   *
   * @param number the customer behind the contact, identified or not; below 0 for one who has no
   *     number
   * @param key pseudonym the events carry, null if not identified
   * @param arm arm of the experiment, null outside of one
   */
  public record Customer(long number, @Nullable String key, @Nullable String arm) {}

  /**
   * The reason.
   *
   * @param issue what it is about
   * @param statedIssue the same as the start of the interaction states it, null if it is not known
   * @param attempt 1 for the first contact about it, 2 for the next
   * @param previous interaction before about the same, null if none
   * @param relation how it stands to that; unless it is a follow-up it goes on with it
   */
  public record Reason(
      String issue,
      @Nullable String statedIssue,
      int attempt,
      @Nullable String previous,
      InteractionRelation relation) {}

  /**
   * What it can reach.
   *
   * @param queue queue meant for it
   * @param hasBot whether a bot could take part
   * @param hasAgents whether a bot could hand off
   */
  public record Access(String queue, boolean hasBot, boolean hasAgents) {}
}
