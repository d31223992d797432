package org.contactroi.simulator.ledger;

import org.contactroi.events.Author;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent; the customer can read it.
 *
 * @param segment leg it belongs to, null for none
 * @param isAutomatic whether nobody decided on it, as with a greeting
 */
public record Message(
    ContactId contact, long at, @Nullable String segment, Author author, boolean isAutomatic) {}
