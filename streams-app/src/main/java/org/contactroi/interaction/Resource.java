package org.contactroi.interaction;

/** What an interaction uses and rates are given for. */
public enum Resource {
  /** Effort of human legs, by grade or queue. */
  AGENT(Unit.MILLISECONDS),
  /** Length of legs on voice and video, by queue. */
  TELEPHONY(Unit.MILLISECONDS),
  /** Bot sessions, by bot. */
  BOT_SESSION(Unit.COUNT),
  /** Messages by bots, by bot. */
  BOT_MESSAGE(Unit.COUNT),
  /** Tokens read, by model. */
  MODEL_INPUT_TOKEN(Unit.COUNT),
  /** Tokens written, by model. */
  MODEL_OUTPUT_TOKEN(Unit.COUNT),
  /** Audio processed, by model. */
  MODEL_AUDIO(Unit.MILLISECONDS),
  /** Interactions, by queue. */
  CONTACT(Unit.COUNT);

  /** Unit of a quantity. */
  public enum Unit {
    MILLISECONDS,
    COUNT
  }

  private final Unit unit;

  Resource(Unit unit) {
    this.unit = unit;
  }

  /** Unit of its quantities. */
  public Unit unit() {
    return unit;
  }
}
