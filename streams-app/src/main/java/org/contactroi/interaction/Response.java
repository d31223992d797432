package org.contactroi.interaction;

/**
 * How long a customer waited for a response.
 *
 * @param time ms
 * @param business the part of it in which the center was open, ms
 */
public record Response(long time, long business) {}
