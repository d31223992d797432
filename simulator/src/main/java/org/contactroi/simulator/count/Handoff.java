package org.contactroi.simulator.count;

/**
 * A way from a bot to a person that was asked for: a transfer of kind BOT_TO_HUMAN, or a turn of a
 * voicemail.
 *
 * @param at its first record, or its start
 * @param isFailed whether it led to nobody
 */
public record Handoff(long at, boolean isFailed) {}
