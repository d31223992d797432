package org.contactroi.roi.price;

import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Amount;

/**
 * What the use of resources cost on a day, or on several: a commutative group under {@link #plus}.
 *
 * @param interactions that ended on it
 * @param ofInteractions cost of what these used
 * @param ofEpisodes cost of what the episodes used that began on it
 */
public record DayCosts(long interactions, ResourceCosts ofInteractions, ResourceCosts ofEpisodes) {

  public static final DayCosts ZERO = new DayCosts(0, ResourceCosts.ZERO, ResourceCosts.ZERO);

  public DayCosts plus(DayCosts other) {
    return new DayCosts(
        Math.addExact(interactions, other.interactions),
        ofInteractions.plus(other.ofInteractions),
        ofEpisodes.plus(other.ofEpisodes));
  }

  /** Millionths of a unit per interaction; undefined if a price is missing. */
  public Ratio perInteraction(Amount amount) {
    return amount.isDefined() && interactions > 0
        ? new Ratio(amount.micros(), interactions)
        : Ratio.UNDEFINED;
  }
}
