package org.contactroi.interaction;

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
