package org.contactroi.kpi.family;

import org.contactroi.kpi.Quantity;

/** What is summed of sales of one currency, kind and attribution. */
public enum SalesQuantity implements Quantity {
  /** Sales; a refund counts 1. */
  COUNT,
  /** Amounts in millionths of the currency's unit; a refund's is negative. */
  AMOUNT_MICROS,
  /** Margins in millionths of the currency's unit; a refund's is negative. */
  MARGIN_MICROS
}
