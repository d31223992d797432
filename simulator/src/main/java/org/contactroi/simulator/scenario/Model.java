package org.contactroi.simulator.scenario;

import org.contactroi.simulator.random.Distribution;

/**
 * A metered model and what one use of it takes.
 *
 * @param resource its name, the key of the rate card
 * @param audio audio heard and spoken, ms; counted in calls only
 */
public record Model(
    String resource, Distribution inputTokens, Distribution outputTokens, Distribution audio) {}
