package org.contactroi.simulator.ledger;

import org.contactroi.events.ResolutionSource;

/**
 * Somebody said whether the issue is resolved; the word may be wrong.
 *
 * @param issue issue that was named
 */
public record Assertion(
    ContactId contact, long at, ResolutionSource source, boolean isResolved, String issue) {}
