package org.contactroi.interaction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when an inbound interaction was resolved, and how soon its customer got replies.
 *
 * @param ended its end was reported, or it was asserted resolved
 * @param time from its start, or the last reopening by the customer, to its resolution, without
 *     what it waited for others; null when it was not resolved
 * @param replies time from each first unanswered message of the customer to the next of an agent,
 *     ms, in their order
 */
public record Resolution(boolean ended, @Nullable Response time, List<Long> replies) {

  /** Of what is no inbound contact. */
  public static final Resolution NONE = new Resolution(false, null, List.of());

  public Resolution {
    replies = List.copyOf(replies);
  }
}
