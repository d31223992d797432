package org.contactroi.interaction;

/**
 * How much of a resource an interaction used.
 *
 * @param key what prices it within the resource, for instance {@code grade:senior}
 * @param quantity positive, in the {@linkplain Resource#unit unit} of the resource
 */
public record UsageLine(Resource resource, String key, long quantity) {}
