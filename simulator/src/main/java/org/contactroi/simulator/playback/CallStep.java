package org.contactroi.simulator.playback;

/** The events a recorded call can have, in the order a call goes through them. */
enum CallStep {
  STARTED(1),
  IVR_STARTED(2),
  IVR_ENDED(3),
  QUEUE_ENTERED(4),
  QUEUE_EXITED(5),
  AGENT_STARTED(6),
  AGENT_ENDED(7),
  ENDED(8);

  private static final CallStep[] STEPS = values();

  /** Number of steps. */
  static final int COUNT = STEPS.length;

  private final int number;

  CallStep(int number) {
    this.number = number;
  }

  /**
   * Returns the number of its event within the interaction, from 1: part of the event's identity.
   */
  int number() {
    return number;
  }

  /** Returns the step of a number. */
  static CallStep of(int number) {
    return STEPS[number - 1];
  }
}
