package org.contactroi.simulator;

import java.util.Iterator;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events of interactions, agents and customers (see {@link EventTopic}), one after the other, each
 * exactly once. Unless a source says otherwise they come in the order of their {@code observed_at}.
 * Not thread-safe.
 */
public interface EventSource extends Iterator<SpecificRecord> {

  /**
   * Returns how much of the source has been given, from 0 to 1, for showing progress; empty when it
   * has no end.
   */
  OptionalDouble share();

  /** Returns what becomes of the bytes of the event given last. */
  default Damage damage() {
    return Damage.NONE;
  }
}
