/**
 * Counts what interactions, their episodes and agents add to the totals of every family, slice and
 * window, by the definitions of the KPI page. Who finds out what an interaction was is another's
 * part: the truth of a simulation from its ledger, the oracle of the pipeline's tests from accepted
 * events. Both hand over {@link org.contactroi.simulator.count.Countable}s, and share nothing with
 * the pipeline but the contracts.
 *
 * <p>A family is counted in {@link org.contactroi.simulator.count.InteractionFigures} if it needs
 * one interaction, in {@link org.contactroi.simulator.count.EpisodeFigures} if it needs the episode
 * or the customer, in {@code AgentTime} if it needs the agent. Times are milliseconds since the
 * epoch, durations are milliseconds.
 */
@NullMarked
package org.contactroi.simulator.count;

import org.jspecify.annotations.NullMarked;
