package org.contactroi.interaction;

/**
 * The customer reopened an interaction that had begun before.
 *
 * @param at UTC ms
 * @param repeat something had been handled: it is a contact of its own, and a repeat
 */
public record Reopening(long at, boolean repeat) {}
