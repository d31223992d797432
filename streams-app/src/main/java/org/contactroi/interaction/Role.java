package org.contactroi.interaction;

/** The part a participant plays in a leg. */
public enum Role {
  PRIMARY,
  CONSULT,
  MONITOR,
  BARGE,
  UNKNOWN
}
