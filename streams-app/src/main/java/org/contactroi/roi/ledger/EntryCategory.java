package org.contactroi.roi.ledger;

import java.util.Arrays;
import java.util.List;

/** What an amount in the ledger is for. */
public enum EntryCategory {
  LICENCE(Side.COST),
  CUSTOM_DEV(Side.COST),
  DATA_PREP(Side.COST),
  INTEGRATION(Side.COST),
  HARDWARE(Side.COST),
  TRAINING(Side.COST),
  CHANGE_MGMT(Side.COST),
  MIGRATION(Side.COST),
  OPS(Side.COST),
  MODEL_USAGE(Side.COST),
  LABELING_FINETUNE(Side.COST),
  KB_MAINTENANCE(Side.COST),
  MONITORING_SECURITY(Side.COST),
  SUPPORT(Side.COST),
  MARKETING(Side.COST),
  LAUNCH_TURBULENCE(Side.COST),
  MANAGEMENT_TIME(Side.COST),
  SUBSCRIPTION(Side.COST),
  OTHER(Side.COST),
  RISK_AVOIDED(Side.BENEFIT),
  COMPLIANCE_AVOIDED(Side.BENEFIT),
  REVENUE_DECLARED(Side.BENEFIT),
  BRAND_DECLARED(Side.BENEFIT),
  OTHER_DECLARED(Side.BENEFIT);

  /** Side of the ledger. */
  public enum Side {
    COST,
    BENEFIT
  }

  private final Side side;

  EntryCategory(Side side) {
    this.side = side;
  }

  /** The side it belongs to. */
  public Side side() {
    return side;
  }

  /** Whether it may pay for usage that is metered as well, and has to say so. */
  public boolean maybeMetered() {
    return this == LICENCE || this == SUBSCRIPTION || this == MODEL_USAGE;
  }

  /** Those that may. */
  static List<EntryCategory> metered() {
    return Arrays.stream(values()).filter(EntryCategory::maybeMetered).toList();
  }

  /** The categories of a side. */
  public static List<EntryCategory> of(Side side) {
    return Arrays.stream(values()).filter(category -> category.side == side).toList();
  }
}
