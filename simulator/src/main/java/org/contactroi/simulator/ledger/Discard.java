package org.contactroi.simulator.ledger;

import org.contactroi.events.DiscardReason;

/** Somebody threw an interaction out: it was none. */
public record Discard(ContactId contact, long at, DiscardReason reason) {}
