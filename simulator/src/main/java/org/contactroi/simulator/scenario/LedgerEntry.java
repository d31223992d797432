package org.contactroi.simulator.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What no event says: an amount, the days it is for and the day it is paid.
 *
 * @param paid day it is paid
 * @param service days it is for
 * @param counts what it counts as
 * @param papers who says so
 */
public record LedgerEntry(
    String id,
    Kind kind,
    Money.Amount amount,
    int paid,
    Baseline.Days service,
    Counts counts,
    Papers papers) {

  private static final int CENTS = 2;

  /** For how long a cost is good. */
  public enum Nature {
    CAPEX,
    OPEX,
    HIDDEN
  }

  /** What an entry is about. */
  public enum Category {
    LICENCE,
    CUSTOM_DEV,
    DATA_PREP,
    INTEGRATION,
    HARDWARE,
    TRAINING,
    CHANGE_MGMT,
    MIGRATION,
    OPS,
    MODEL_USAGE,
    LABELING_FINETUNE,
    KB_MAINTENANCE,
    MONITORING_SECURITY,
    SUPPORT,
    MARKETING,
    LAUNCH_TURBULENCE,
    MANAGEMENT_TIME,
    SUBSCRIPTION,
    OTHER,
    RISK_AVOIDED,
    COMPLIANCE_AVOIDED,
    REVENUE_DECLARED,
    BRAND_DECLARED,
    OTHER_DECLARED;

    /** Returns whether it is one of a benefit that is declared, and not of a cost. */
    public boolean isBenefit() {
      return compareTo(RISK_AVOIDED) >= 0;
    }

    /** Returns whether it may pay for use that is metered as well, and so has to say. */
    public boolean mayCoverMetered() {
      return this == LICENCE || this == SUBSCRIPTION || this == MODEL_USAGE;
    }
  }

  /**
   * What an entry is.
   *
   * @param category what it is about
   * @param nature of a cost; null for a benefit
   */
  public record Kind(Category category, @Nullable Nature nature) {}

  /**
   * What an entry counts as.
   *
   * @param isIncremental whether it would not exist without the AI
   * @param coversMetered whether it pays for the metered use of its days; null if it does not say
   * @param reverses id of the entry it takes back, null for none
   */
  public record Counts(
      boolean isIncremental, @Nullable Boolean coversMetered, @Nullable String reverses) {}

  /**
   * Who says so.
   *
   * @param scope what it was spent on
   * @param evidence where it is written
   * @param approvedBy who approved it, null for nobody
   */
  public record Papers(String scope, String evidence, String author, @Nullable String approvedBy) {}

  /** Returns the entry of a center of another size, in whole cents. */
  LedgerEntry times(double size) {
    long micros =
        BigDecimal.valueOf(amount.micros(), 6)
            .multiply(new BigDecimal(size))
            .setScale(CENTS, RoundingMode.HALF_EVEN)
            .movePointRight(6)
            .longValueExact();
    Money.Amount sized = new Money.Amount(micros, amount.currency());
    return new LedgerEntry(id, kind, sized, paid, service, counts, papers);
  }
}
