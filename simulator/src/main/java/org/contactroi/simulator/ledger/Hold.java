package org.contactroi.simulator.ledger;

/** A customer was put on hold. */
public record Hold(ContactId contact, String segment, long from, long to) {}
