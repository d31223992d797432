package org.contactroi.interaction.event;

/** Who serves a leg. */
public enum Participant {
  AGENT,
  BOT,
  IVR,
  SUPERVISOR,
  EXTERNAL,
  VOICEMAIL,
  UNKNOWN
}
