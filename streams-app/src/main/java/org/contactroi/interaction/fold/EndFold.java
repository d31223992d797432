package org.contactroi.interaction.fold;

import java.util.TreeSet;
import org.contactroi.interaction.event.EndedBy;
import org.contactroi.interaction.event.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Finds the last InteractionEnded that no reopening follows. It may precede the start. What comes
 * after a longer silence neither ends nor reopens.
 */
final class EndFold {

  private final TreeSet<Long> told = new TreeSet<>();
  private @Nullable Long seen;
  private @Nullable EndedBy seenBy;
  private @Nullable Long lastTold;

  void add(Payload payload, long at) {
    if (payload instanceof Payload.Ended ended) {
      seen = at;
      seenBy = ended.by();
      if (ended.by().isTelling()) {
        told.add(at);
        lastTold = at;
      }
    } else if (payload instanceof Payload.Reopened) {
      seen = null;
      seenBy = null;
      lastTold = null;
    }
  }

  /** UTC ms; null when the end was not seen or the interaction was reopened after it. */
  @Nullable Long seen() {
    return seen;
  }

  /** Who ended it; null when the end was not seen. */
  @Nullable EndedBy seenBy() {
    return seenBy;
  }

  /**
   * When somebody ended what began at an instant: first at or after it, whatever followed; else
   * last before it, by clocks that differ, unless the interaction was reopened. A timer or a system
   * only closes what is over.
   *
   * @return UTC ms; null when nobody did
   */
  @Nullable Long told(long begun) {
    Long after = told.ceiling(begun);
    return after == null ? lastTold : after;
  }
}
