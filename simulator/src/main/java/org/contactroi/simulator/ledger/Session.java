package org.contactroi.simulator.ledger;

import org.contactroi.events.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * The legs of bots and menus that a contact began with.
 *
 * @param contact tenant and interaction
 * @param start start of its first leg
 * @param end end of its last leg
 * @param first the bot of its first leg
 * @param last the bot of its last leg
 * @param course how it went
 */
public record Session(
    ContactId contact, long start, long end, BotId first, BotId last, Course course) {

  /**
   * A bot.
   *
   * @param id its id
   * @param version its version, null for a menu
   */
  public record BotId(String id, @Nullable String version) {}

  /**
   * How a session went.
   *
   * @param isHandedOff whether the customer went on to a queue
   * @param isAnswered whether the last bot gave an answer
   * @param isFulfilled whether it completed the customer's task
   * @param confirmed what the customer said of the answer
   * @param intent issue it recognised, null for none
   * @param isResolved whether the answer was right
   */
  public record Course(
      boolean isHandedOff,
      boolean isAnswered,
      boolean isFulfilled,
      Confirmation confirmed,
      @Nullable String intent,
      boolean isResolved) {}
}
