package org.contactroi.interaction.fold;

import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/** Finds the last InteractionEnded that no reopening follows. It may precede the start. */
final class EndFold {

  private @Nullable Long seen;

  void add(Payload payload, long at) {
    if (payload instanceof Payload.Ended) {
      seen = at;
    } else if (payload instanceof Payload.Reopened) {
      seen = null;
    }
  }

  /** UTC ms; null when the end was not seen or the interaction was reopened after it. */
  @Nullable Long seen() {
    return seen;
  }
}
