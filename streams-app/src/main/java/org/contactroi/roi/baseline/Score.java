package org.contactroi.roi.baseline;

import org.contactroi.roi.amount.Stated;

/** What stands beside the money: shares and points, in hundredths of a percent or of a point. */
public enum Score {
  CSAT(0),
  /** From -100 to 100 points. */
  NPS(-Stated.WHOLE_BP),
  CES(0),
  FCR(0),
  REPEAT(0),
  CONVERSION(0),
  RETENTION(0),
  AGENT_SATISFACTION(0);

  private final int least;

  Score(int least) {
    this.least = least;
  }

  /** The least there is, in hundredths. */
  public int least() {
    return least;
  }

  void require(int value) {
    Stated.within(name(), value, least, Stated.WHOLE_BP);
  }
}
