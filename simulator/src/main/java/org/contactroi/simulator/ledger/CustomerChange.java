package org.contactroi.simulator.ledger;

import org.contactroi.events.CustomerStatus;

/**
 * The relation of a customer to the tenant changed.
 *
 * @param tenant id of the tenant
 * @param customerKey pseudonym of the customer
 */
public record CustomerChange(String tenant, String customerKey, long at, CustomerStatus status) {}
