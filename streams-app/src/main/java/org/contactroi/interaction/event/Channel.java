package org.contactroi.interaction.event;

/** The medium of an interaction. */
public enum Channel {
  VOICE,
  VIDEO,
  CHAT,
  EMAIL,
  SMS,
  WHATSAPP,
  WECHAT,
  SOCIAL,
  TASK,
  CALLBACK,
  OTHER,
  UNKNOWN;

  /** Spoken: VOICE or VIDEO. */
  public boolean isVoice() {
    return this == VOICE || this == VIDEO;
  }
}
