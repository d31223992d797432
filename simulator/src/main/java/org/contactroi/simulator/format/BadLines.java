package org.contactroi.simulator.format;

import java.util.ArrayList;
import java.util.List;

/** Lines that hold no event, each with all that is wrong; of many the first are kept. */
public final class BadLines {

  private static final int MOST_KEPT = 100;

  private final List<String> kept = new ArrayList<>();
  private long count;

  /**
   * Notes a line.
   *
   * @param wrong what is wrong with it, each {@code FILE:LINE: what}
   */
  public void add(List<String> wrong) {
    if (count++ < MOST_KEPT) {
      kept.addAll(wrong);
    }
  }

  /** Returns the number of lines. */
  public long count() {
    return count;
  }

  /** Returns the number in words. */
  public String text() {
    return count == 1 ? "1 bad line" : count + " bad lines";
  }

  /** Returns what is wrong with the first hundred lines, and how many more there are. */
  public List<String> report() {
    List<String> report = new ArrayList<>(kept);
    if (count > MOST_KEPT) {
      report.add("and " + (count - MOST_KEPT) + " more bad lines");
    }
    return report;
  }
}
