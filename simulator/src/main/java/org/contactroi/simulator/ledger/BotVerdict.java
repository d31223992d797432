package org.contactroi.simulator.ledger;

import org.contactroi.events.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * What a bot or a menu says of its leg when it ends.
 *
 * @param isEngaged whether the customer did anything
 * @param isAnswered whether it gave an answer
 * @param isFulfilled whether it completed the customer's task
 * @param confirmed what the customer said of the answer
 * @param isHandingOff whether it says why it hands off
 * @param intent issue it recognised, null for none
 */
public record BotVerdict(
    ContactId contact,
    String segment,
    boolean isEngaged,
    boolean isAnswered,
    boolean isFulfilled,
    Confirmation confirmed,
    boolean isHandingOff,
    @Nullable String intent) {}
