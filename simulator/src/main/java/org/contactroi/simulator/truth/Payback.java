package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Money in less money out, from the first day any goes out. */
final class Payback {

  private final Days days;
  private int day;
  private boolean isOutlaid;
  private @Nullable Integer paidBack;
  private Charge balance = new Charge();
  private Track trailing = new Track();

  Payback(Days days, int first) {
    this.days = days;
    this.day = first - 1;
  }

  /** Goes on to the next day. */
  void next(Track track, Track lastThirty) {
    day++;
    trailing = lastThirty;
    isOutlaid |= track.isOutlay();
    if (isOutlaid) {
      balance.add(track.cash());
      if (paidBack == null && balance.isPriced() && balance.micros() >= 0) {
        paidBack = day;
      }
    }
  }

  ObjectNode json() {
    Json json = Json.object().charge("cumulative_cash", balance);
    if (paidBack != null) {
      json.text("date", days.date(paidBack));
    }
    return json.number("run_rate_days", runRateDays()).node();
  }

  /** Days until what is missing is there, if money comes as in the trailing 30; 0 for none. */
  private long runRateDays() {
    Charge cash = trailing.cash();
    if (!isOutlaid || !balance.isPriced() || balance.micros() >= 0) {
      return 0;
    }
    return cash.isPriced() && cash.micros() > 0
        ? BigDecimal.valueOf(-balance.micros())
            .multiply(BigDecimal.valueOf(trailing.count("days")))
            .divide(BigDecimal.valueOf(cash.micros()), 0, RoundingMode.CEILING)
            .longValueExact()
        : 0;
  }
}
