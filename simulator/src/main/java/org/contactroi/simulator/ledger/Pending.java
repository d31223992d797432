package org.contactroi.simulator.ledger;

import org.contactroi.events.PendingOn;

/**
 * A contact begins or ceases to wait for somebody else.
 *
 * @param on whom it waits for
 */
public record Pending(ContactId contact, long at, PendingOn on) {}
