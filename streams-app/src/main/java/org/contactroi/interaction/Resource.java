package org.contactroi.interaction;

/** What an interaction uses and somebody pays for. */
public enum Resource {
  /** Effort of human legs, milliseconds, by grade or queue. */
  AGENT,
  /** Length of legs on voice and video, milliseconds, by queue. */
  TELEPHONY,
  /** Bot sessions, by bot. */
  BOT_SESSION,
  /** Messages by bots, by bot. */
  BOT_MESSAGE,
  /** Tokens read, by model. */
  MODEL_INPUT_TOKEN,
  /** Tokens written, by model. */
  MODEL_OUTPUT_TOKEN,
  /** Audio processed, milliseconds, by model. */
  MODEL_AUDIO,
  /** Interactions, by queue. */
  CONTACT
}
