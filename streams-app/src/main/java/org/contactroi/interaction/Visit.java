package org.contactroi.interaction;

import org.contactroi.interaction.event.QueueOutcome;

/**
 * One stay in a queue. Times are UTC ms.
 *
 * @param waited as reported, else max(0, exit - enter), ms
 * @param answeredInTime answered after at most T
 * @param shortAbandon abandoned after at most S
 * @param imputed enter or exit was not seen
 * @param endInferred nothing says when it ended: it has no wait
 */
public record Visit(
    String visitId,
    String queue,
    long start,
    long end,
    QueueOutcome outcome,
    long waited,
    boolean answeredInTime,
    boolean shortAbandon,
    boolean imputed,
    boolean endInferred) {}
