package org.contactroi.interaction.event;

/** The kind of a sale; a REFUND subtracts. */
public enum SaleKind {
  NEW,
  UPSELL,
  CROSS_SELL,
  SAVE,
  REFUND,
  UNKNOWN
}
