package org.contactroi.simulator.ledger;

import org.contactroi.events.TransferKind;
import org.contactroi.events.TransferOutcome;

/**
 * A transfer was closed.
 *
 * @param id id of the transfer within the interaction
 * @param requested when it was asked for
 * @param at when it was closed
 * @param outcome what became of it
 */
public record Transfer(
    ContactId contact,
    String id,
    long requested,
    long at,
    TransferKind kind,
    TransferOutcome outcome) {}
