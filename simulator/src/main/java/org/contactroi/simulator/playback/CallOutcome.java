package org.contactroi.simulator.playback;

/** How a recorded call ended; the names are those in the file. */
enum CallOutcome {
  /** An agent served it. */
  AGENT,
  /** The customer hung up. */
  HANG,
  /** A virtual call of the recording system. */
  PHANTOM
}
