package org.contactroi.interaction;

import java.time.Duration;

/**
 * How long something of a spoken contact counts as open when its end is lost: nobody is on the line
 * for longer. What is written stays open until it is silent for longer than the gap of its channel;
 * nothing is open beyond that.
 *
 * @param visit of a stay in a queue, and of a session with a bot
 * @param leg of the part of an agent
 */
public record OpenLimits(Duration visit, Duration leg) {

  /** 2 h in a queue or with a bot, 8 h with an agent. */
  public static final OpenLimits DEFAULT = new OpenLimits(Duration.ofHours(2), Duration.ofHours(8));

  public OpenLimits {
    requirePositive("visit", visit);
    requirePositive("leg", leg);
  }

  private static void requirePositive(String name, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit of a " + name + " must be positive, is " + limit);
    }
  }
}
