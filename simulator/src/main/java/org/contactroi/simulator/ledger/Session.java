package org.contactroi.simulator.ledger;

import org.jspecify.annotations.Nullable;

/**
 * The legs of bots and menus that a contact began with.
 *
 * @param start start of its first leg
 * @param version of the bot of its last leg, null for a menu
 * @param isHandedOff whether the customer went on to a queue
 */
public record Session(
    ContactId contact, long start, @Nullable String version, boolean isHandedOff) {}
