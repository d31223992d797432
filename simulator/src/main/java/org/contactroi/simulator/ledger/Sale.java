package org.contactroi.simulator.ledger;

import org.contactroi.events.Attribution;
import org.contactroi.events.SaleKind;

/**
 * Something was sold or paid back.
 *
 * @param order id of the order
 * @param kind what kind of sale, or a refund
 * @param attribution whom it is attributed to
 */
public record Sale(
    ContactId contact, long at, String order, SaleKind kind, Price price, Attribution attribution) {

  /**
   * A price.
   *
   * @param amountMicros millionths of the currency, above 0 for refunds too
   * @param currency ISO 4217 code
   * @param marginBp margin, basis points of the amount
   */
  public record Price(long amountMicros, String currency, int marginBp) {}
}
