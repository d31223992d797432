package org.contactroi.roi.statement;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Stated;
import org.jspecify.annotations.Nullable;

/**
 * Money in less money out from the first outlay to the end of a day.
 *
 * @param firstOutlay null if there was none yet
 * @param balance running sum
 * @param paybackDate first day on which the sum was not negative; null if there was none yet
 * @param presentMicros the same sum discounted to the day of the first outlay
 */
record CashPosition(
    @Nullable LocalDate firstOutlay,
    Amount balance,
    @Nullable LocalDate paybackDate,
    double presentMicros) {

  static final CashPosition NONE = new CashPosition(null, Amount.ZERO, null, 0);

  private static final double DAYS_PER_YEAR = 365;

  /** The position at the end of the next day. */
  CashPosition next(LocalDate day, Account account, int annualRateBp) {
    LocalDate outlay = firstOutlay == null && account.isOutlay() ? day : firstOutlay;
    if (outlay == null) {
      return this;
    }
    Amount sum = balance.plus(account.cash());
    LocalDate paidBack =
        paybackDate == null && sum.isDefined() && sum.micros() >= 0 ? day : paybackDate;
    double present =
        account.cash().micros() * discount(ChronoUnit.DAYS.between(outlay, day), annualRateBp);
    return new CashPosition(outlay, sum, paidBack, presentMicros + present);
  }

  /** Net present value, millionths of a unit; null without outlay or if a price is missing. */
  @Nullable Long presentOrNull() {
    return firstOutlay == null || !balance.isDefined()
        ? null
        : (Long) (long) StrictMath.rint(presentMicros);
  }

  private static double discount(long days, int annualRateBp) {
    double year = 1 + (double) annualRateBp / Stated.WHOLE_BP;
    return StrictMath.pow(year, -days / DAYS_PER_YEAR);
  }
}
