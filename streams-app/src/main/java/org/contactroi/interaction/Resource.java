package org.contactroi.interaction;

/** What an interaction uses and rates are given for. */
public enum Resource {
  /** Effort of human legs. */
  AGENT(Unit.MILLISECONDS),
  /** Legs on voice and video. */
  TELEPHONY(Unit.MILLISECONDS),
  BOT_SESSION(Unit.COUNT),
  BOT_MESSAGE(Unit.COUNT),
  MODEL_INPUT_TOKEN(Unit.COUNT),
  MODEL_OUTPUT_TOKEN(Unit.COUNT),
  MODEL_AUDIO(Unit.MILLISECONDS),
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
