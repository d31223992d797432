package org.contactroi.simulator.format;

import org.contactroi.simulator.EventSource;

/** Events that were read and checked. */
public interface ReadEvents {

  /** Returns all of them from the beginning. */
  EventSource open();
}
