package org.contactroi.kpi;

/**
 * What one fact adds to the totals of its family.
 *
 * @param at instant on the clock of the family, UTC ms
 * @param dimensions values it is sliced by
 */
public record Contribution(long at, Dimensions dimensions, Totals totals) {}
