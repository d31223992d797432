package org.contactroi.interaction.event;

/** How a stay in a queue ended. */
public enum QueueOutcome {
  ANSWERED,
  ABANDONED,
  FLOW_OUT,
  CALLBACK,
  TIMEOUT,
  NO_AGENTS,
  KEY_EXIT,
  TRANSFERRED,
  SYSTEM,
  UNKNOWN
}
