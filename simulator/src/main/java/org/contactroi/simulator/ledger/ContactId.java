package org.contactroi.simulator.ledger;

/**
 * Which contact.
 *
 * @param tenant id of the tenant
 * @param interaction id of the interaction
 */
public record ContactId(String tenant, String interaction) {}
