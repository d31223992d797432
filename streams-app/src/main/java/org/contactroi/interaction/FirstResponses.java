package org.contactroi.interaction;

import org.jspecify.annotations.Nullable;

/**
 * How long the customer waited for the first response, ms, never negative; null without one. From
 * the customer's first message, on voice and video from the start.
 *
 * @param any of a bot or a human
 * @param human from the last entry into a queue, if there was one before it
 */
public record FirstResponses(
    @Nullable Response any, @Nullable Response bot, @Nullable Response human) {

  /** Nobody responded, or nobody asked. */
  public static final FirstResponses NONE = new FirstResponses(null, null, null);
}
