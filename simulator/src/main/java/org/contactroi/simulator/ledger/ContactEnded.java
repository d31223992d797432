package org.contactroi.simulator.ledger;

import org.contactroi.events.EndedBy;

/**
 * A contact ended.
 *
 * @param isResolved whether the customer now has what was asked for
 */
public record ContactEnded(ContactId contact, long at, EndedBy endedBy, boolean isResolved) {}
