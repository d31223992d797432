package org.contactroi.interaction.fold;

import java.util.List;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one interaction id share. Customer and channel are the first stated over all
 * events of the id, so a silence never splits a contact between two customers.
 */
record Inherited(
    String tenant, String interactionId, Channel channel, @Nullable String customerKey) {

  static Inherited of(String tenant, String interactionId, List<Event> ordered) {
    Channel channel = null;
    String customerKey = null;
    for (Event event : ordered) {
      if (event.payload() instanceof Payload.Started started) {
        channel = channel == null ? started.channel() : channel;
        customerKey = customerKey == null ? started.customerKey() : customerKey;
      }
    }
    return new Inherited(
        tenant, interactionId, channel == null ? Channel.UNKNOWN : channel, customerKey);
  }
}
