package org.contactroi.roi.baseline;

/** How a baseline came about. */
public enum BaselineMethod {
  /** From a period before the AI. */
  PRE_PERIOD,
  /** From customers who are kept away from the AI. */
  CONTROL_GROUP,
  /** From customers alike. */
  MATCHED,
  /** Stated by hand. */
  MANUAL
}
