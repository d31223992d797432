package org.contactroi.interaction;

/** What became of a transfer. */
public enum TransferOutcome {
  COMPLETED,
  FAILED,
  CANCELED,
  UNKNOWN
}
