package org.contactroi.roi.price;

import org.contactroi.roi.amount.UsageKey;

/**
 * How much was used of what.
 *
 * @param quantity in the unit of the resource
 */
record UsedQuantity(UsageKey key, long quantity) {}
