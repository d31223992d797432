/**
 * What a simulated center is like: its tenants, their customers, issues, channels, queues, bots,
 * agents and the introduction of AI. A scenario says how things are, never what happens; what
 * happens follows from it and from a seed.
 *
 * <p>Durations are milliseconds unless a type says otherwise, shares are numbers from 0 to 1,
 * weights are numbers of which only ratios matter.
 */
@NullMarked
package org.contactroi.simulator.scenario;

import org.jspecify.annotations.NullMarked;
