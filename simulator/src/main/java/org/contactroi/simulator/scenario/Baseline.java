package org.contactroi.simulator.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What episodes needed without the AI.
 *
 * @param method how it was found
 * @param measured first and last day of the period it was found in
 * @param from first day it holds
 * @param frozen day since when it is fixed
 * @param scores percent or points, by name
 * @param rows what was used, by channel and issue
 */
public record Baseline(
    String id,
    Method method,
    Days measured,
    int from,
    int frozen,
    Map<Score, BigDecimal> scores,
    List<Row> rows) {

  public Baseline {
    scores = Map.copyOf(scores);
    rows = List.copyOf(rows);
  }

  /** How a baseline is found. */
  public enum Method {
    PRE_PERIOD,
    CONTROL_GROUP,
    MATCHED,
    MANUAL
  }

  /** What stands beside the money. */
  public enum Score {
    CSAT,
    NPS,
    CES,
    FCR,
    REPEAT,
    CONVERSION,
    RETENTION,
    AGENT_SATISFACTION
  }

  /**
   * Days, both included.
   *
   * @param from the first
   * @param to the last
   */
  public record Days(int from, int to) {

    /** Returns how many there are. */
    public int count() {
      return to - from + 1;
    }

    /** Returns whether a day is one of them. */
    public boolean contain(long day) {
      return day >= from && day <= to;
    }
  }

  /**
   * What the episodes of one channel and issue used.
   *
   * @param channel name of the channel
   * @param issue the issue, or {@link Rate#ANY} for those without a row of their own
   * @param sample what it was found on
   * @param usage per 1 000 episodes
   * @param money an amount per episode in place of usage, null for none
   */
  public record Row(
      String channel,
      String issue,
      Sample sample,
      List<Usage> usage,
      Money.@Nullable Amount money) {

    public Row {
      usage = List.copyOf(usage);
    }
  }

  /**
   * What a row was found on; 0 is not known.
   *
   * @param episodes how many there were
   * @param contacts their inbound interactions
   * @param handled those that agents handled
   * @param effort of agents, ms
   */
  public record Sample(long episodes, long contacts, long handled, long effort) {}

  /**
   * A line of usage.
   *
   * @param quantity per 1 000 episodes
   */
  public record Usage(Rate.Use use, long quantity) {}
}
