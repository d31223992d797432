package org.contactroi.roi.valuation;

import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.price.Worth;

/**
 * A window in money.
 *
 * @param currency ISO 4217
 * @param policy of its local day
 */
public record PricedWindow(String currency, MoneyPolicy policy, Worth worth) {}
