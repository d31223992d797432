package org.contactroi.interaction.event;

/** The part a participant plays in a leg. */
public enum Role {
  PRIMARY,
  CONSULT,
  MONITOR,
  BARGE,
  UNKNOWN
}
