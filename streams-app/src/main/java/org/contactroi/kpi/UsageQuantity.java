package org.contactroi.kpi;

/** What is summed of the use of a resource. */
public enum UsageQuantity implements Quantity {
  /** In the unit of the resource. */
  QUANTITY
}
