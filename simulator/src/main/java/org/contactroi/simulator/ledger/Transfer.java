package org.contactroi.simulator.ledger;

import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;
import org.jspecify.annotations.Nullable;

/**
 * A transfer was closed, or nobody ever said what became of it.
 *
 * @param id id of the transfer within the interaction
 * @param requested when it was asked for
 * @param at when it was closed; when it was asked for if it never was
 * @param outcome what became of it; null if it never was closed
 */
public record Transfer(
    ContactId contact,
    String id,
    long requested,
    long at,
    TransferKind kind,
    @Nullable TransferOutcome outcome) {}
