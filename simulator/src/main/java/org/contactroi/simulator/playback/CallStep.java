package org.contactroi.simulator.playback;

import java.util.List;

/** The events a recorded call can have, in the order a call goes through them. */
enum CallStep {
  STARTED,
  IVR_STARTED,
  IVR_ENDED,
  QUEUE_ENTERED,
  QUEUE_EXITED,
  AGENT_STARTED,
  AGENT_ENDED,
  ENDED;

  /** All of them, in this order. */
  static final List<CallStep> ALL = List.of(values());

  /** Returns the number of its event in the interaction, from 1: part of the event's identity. */
  int number() {
    return ordinal() + 1;
  }
}
