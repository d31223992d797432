package org.contactroi.simulator.ledger;

/**
 * A contact that had ended goes on.
 *
 * @param contact tenant and interaction
 * @param at when
 */
public record ContactReopened(ContactId contact, long at) {}
