package org.contactroi.simulator.ledger;

/**
 * A customer was put on hold.
 *
 * @param contact tenant and interaction
 * @param segment leg in which
 * @param from when it began
 * @param to when it ended
 */
public record Hold(ContactId contact, String segment, long from, long to) {}
