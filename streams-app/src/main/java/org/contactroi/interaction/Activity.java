package org.contactroi.interaction;

/**
 * Counts of what happened inside an interaction.
 *
 * @param messagesSystem messages by systems and unknown authors
 * @param transfersCompleted agent transfers completed (no bot handoff)
 * @param transfersFailed agent transfers that failed
 * @param events accepted events the interaction is made of, retracted ones left out
 */
public record Activity(
    long messagesCustomer,
    long messagesBot,
    long messagesAgent,
    long messagesSystem,
    long transfersCompleted,
    long transfersFailed,
    long assistsOffered,
    long assistsAccepted,
    long events) {}
