package org.contactroi.roi.statement;

import java.time.LocalDate;
import java.util.List;
import org.contactroi.roi.amount.Account;

/**
 * What is stated of a local day.
 *
 * @param isSettled whether the day is part of the official figures
 * @param account what is booked on it
 * @param use what the interactions and the AI used, in money
 * @param scores of the day, with the baseline of the day
 */
public record ReportedDay(
    LocalDate day, boolean isSettled, Account account, UseCosts use, List<Scorecard.Line> scores) {

  public ReportedDay {
    scores = List.copyOf(scores);
  }
}
