package org.contactroi.simulator.ledger;

import org.contactroi.events.ResolutionSource;

/**
 * Somebody said whether the issue is resolved; the word may be wrong.
 *
 * @param contact tenant and interaction
 * @param at when
 * @param source who said so
 * @param isResolved what was said
 * @param issue issue that was named
 */
public record Assertion(
    ContactId contact, long at, ResolutionSource source, boolean isResolved, String issue) {}
