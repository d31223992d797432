package org.contactroi.interaction;

/**
 * One stay in a queue. Times are UTC ms.
 *
 * @param waited as reported, else max(0, exit - enter), ms
 * @param imputed enter or exit was not seen
 */
public record Visit(
    String visitId,
    String queue,
    long start,
    long end,
    QueueOutcome outcome,
    long waited,
    boolean imputed) {}
