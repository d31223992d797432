package org.contactroi.interaction.event;

/** The kind of a transfer; bot to human is a handoff and never a transfer. */
public enum TransferKind {
  BLIND,
  CONSULT,
  QUEUE,
  EXTERNAL,
  CONFERENCE,
  BOT_TO_HUMAN,
  HUMAN_TO_BOT,
  UNKNOWN
}
