package org.contactroi.simulator.synthetic;

import org.contactroi.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A customer gets in touch.
 *
 * @param startMillis when, milliseconds since the epoch
 * @param channel VOICE or CHAT
 * @param issue what for
 * @param customer id of the customer, null if not identified
 * @param previousInteraction the interaction about the same issue before, null if none
 */
record Contact(
    long startMillis,
    Channel channel,
    Issue issue,
    @Nullable String customer,
    @Nullable String previousInteraction) {

  boolean isVoice() {
    return channel == Channel.VOICE;
  }
}
