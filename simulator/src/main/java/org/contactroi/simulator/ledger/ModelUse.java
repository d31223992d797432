package org.contactroi.simulator.ledger;

/**
 * A metered model was used.
 *
 * @param resource name of the model
 * @param audio audio heard and spoken, ms
 */
public record ModelUse(
    ContactId contact, long at, String resource, long inputTokens, long outputTokens, long audio) {}
