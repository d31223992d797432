package org.contactroi.roi;

/**
 * How much was used of what.
 *
 * @param quantity in the unit of the resource
 */
record Used(UsageKey key, long quantity) {}
