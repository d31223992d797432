package org.contactroi.simulator.count;

import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongPredicate;
import org.contactroi.simulator.scenario.Policy;

/**
 * By which rules an interaction, and the episode that begins with it, is counted.
 *
 * @param episodes which interactions belong together
 * @param waiting what a good answer is
 * @param opening whether a moment lies in business hours
 * @param business for how long it lies open between two moments, ms
 * @param slices what figures are sliced by
 */
public record Rules(
    Policy.Episodes episodes,
    Policy.Waiting waiting,
    LongPredicate opening,
    LongBinaryOperator business,
    List<Policy.Slice> slices) {

  /** Returns how much of a stretch lies in business hours, ms. */
  long business(Span span) {
    return business.applyAsLong(span.from(), span.to());
  }
}
