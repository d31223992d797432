package org.contactroi.interaction;

/** Who reached out; UNKNOWN counts as INBOUND. */
public enum Direction {
  INBOUND,
  OUTBOUND,
  UNKNOWN
}
