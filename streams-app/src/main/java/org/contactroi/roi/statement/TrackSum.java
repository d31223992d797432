package org.contactroi.roi.statement;

import org.contactroi.roi.amount.Account;

/** What days of a track sum to. */
public record TrackSum(Account account, UseCosts use) {

  public static final TrackSum NOTHING = new TrackSum(Account.ZERO, UseCosts.NOTHING);

  /** The same with a day more. */
  public TrackSum plus(ReportedDay day) {
    return new TrackSum(account.plus(day.account()), use.plus(day.use()));
  }
}
