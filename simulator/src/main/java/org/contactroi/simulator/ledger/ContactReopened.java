package org.contactroi.simulator.ledger;

/** A contact that had ended goes on. */
public record ContactReopened(ContactId contact, long at) {}
