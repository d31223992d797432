/**
 * Counts what interactions, their episodes and agents add to the totals of every family, slice and
 * window, by the definitions of the KPI page. What an interaction was is found out in {@code
 * org.contactroi.oracle}, which hands over {@link org.contactroi.oracle.count.Countable}s.
 *
 * <p>A family is counted in {@code InteractionFigures} if it needs one interaction, in {@code
 * EpisodeFigures} if it needs the episode. Times are milliseconds since the epoch, durations are
 * milliseconds.
 */
@NullMarked
package org.contactroi.oracle.count;

import org.jspecify.annotations.NullMarked;
