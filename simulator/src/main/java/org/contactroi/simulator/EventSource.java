package org.contactroi.simulator;

import java.util.Iterator;
import java.util.OptionalLong;
import org.contactroi.events.InteractionEvent;

/**
 * Events of interactions, one after the other, each exactly once. Unless a source says otherwise
 * they come in the order of their {@code occurred_at}. Not thread-safe.
 */
public interface EventSource extends Iterator<InteractionEvent> {

  /**
   * Returns how many events the source yields from start to end, for showing progress: exact or an
   * estimate, empty when it has no end.
   */
  OptionalLong expectedCount();
}
