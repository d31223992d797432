package org.contactroi.simulator.ledger;

import org.contactroi.events.EndedBy;

/**
 * A contact ended.
 *
 * @param contact tenant and interaction
 * @param at when
 * @param endedBy who ended it
 * @param isResolved whether the customer now has what was asked for
 */
public record ContactEnded(ContactId contact, long at, EndedBy endedBy, boolean isResolved) {}
