package org.contactroi.interaction.event;

/** What became of a transfer. */
public enum TransferOutcome {
  COMPLETED,
  FAILED,
  CANCELED,
  UNKNOWN
}
