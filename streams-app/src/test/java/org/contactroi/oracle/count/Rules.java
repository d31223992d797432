package org.contactroi.oracle.count;

import java.util.List;
import java.util.function.LongPredicate;
import org.contactroi.simulator.scenario.Policy;

/**
 * By which rules an interaction, and the episode that begins with it, is counted.
 *
 * @param episodes which interactions belong together
 * @param waiting what a good answer is
 * @param opening whether a moment lies in business hours
 * @param slices what figures are sliced by
 */
public record Rules(
    Policy.Episodes episodes,
    Policy.Waiting waiting,
    LongPredicate opening,
    List<Policy.Slice> slices) {}
