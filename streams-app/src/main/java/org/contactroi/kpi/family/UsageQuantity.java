package org.contactroi.kpi.family;

import org.contactroi.kpi.Quantity;

/** What is summed of the use of a resource. */
public enum UsageQuantity implements Quantity {
  /** In the unit of the resource. */
  QUANTITY
}
