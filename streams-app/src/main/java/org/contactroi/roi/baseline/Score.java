package org.contactroi.roi.baseline;

import org.contactroi.roi.amount.Stated;

/** What stands beside the money: shares and points, in hundredths of a percent or of a point. */
public enum Score {
  CSAT(0, "csat"),
  /** From -100 to 100 points. */
  NPS(-Stated.WHOLE_BP, "nps"),
  CES(0, "ces"),
  FCR(0, "fcr"),
  REPEAT(0, "repeat_rate"),
  CONVERSION(0, "conversion"),
  RETENTION(0, "retention"),
  AGENT_SATISFACTION(0, "agent_satisfaction");

  private final int least;
  private final String figure;

  Score(int least, String figure) {
    this.least = least;
    this.figure = figure;
  }

  /** The figure that it is, as KPI records name it, now and in a baseline. */
  public String figure() {
    return figure;
  }

  /** The least there is, in hundredths. */
  public int least() {
    return least;
  }

  void require(int value) {
    Stated.within(name(), value, least, Stated.WHOLE_BP);
  }
}
