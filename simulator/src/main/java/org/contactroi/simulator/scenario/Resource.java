package org.contactroi.simulator.scenario;

/** What is used and has a price. */
public enum Resource {
  AGENT(true, true),
  TELEPHONY(true, true),
  CONTACT(true, false),
  BOT_SESSION(false, false),
  BOT_MESSAGE(false, false),
  MODEL_INPUT_TOKEN(false, false),
  MODEL_OUTPUT_TOKEN(false, false),
  MODEL_AUDIO(false, true);

  private final boolean isHuman;
  private final boolean isTime;

  Resource(boolean isHuman, boolean isTime) {
    this.isHuman = isHuman;
    this.isTime = isTime;
  }

  /** Returns whether it is a cost of people, and not of running the AI. */
  public boolean isHuman() {
    return isHuman;
  }

  /** Returns whether it is measured in milliseconds, and not counted. */
  public boolean isTime() {
    return isTime;
  }
}
