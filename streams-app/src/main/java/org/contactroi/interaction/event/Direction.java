package org.contactroi.interaction.event;

/** Who reached out; UNKNOWN counts as INBOUND. */
public enum Direction {
  INBOUND,
  OUTBOUND,
  UNKNOWN
}
