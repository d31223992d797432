package org.contactroi.simulator.ledger;

/**
 * A metered model was used.
 *
 * @param contact tenant and interaction
 * @param at when
 * @param resource name of the model
 * @param inputTokens tokens read
 * @param outputTokens tokens written
 * @param audio audio heard and spoken, ms
 */
public record ModelUse(
    ContactId contact, long at, String resource, long inputTokens, long outputTokens, long audio) {}
