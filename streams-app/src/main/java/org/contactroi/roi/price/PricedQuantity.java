package org.contactroi.roi.price;

import org.contactroi.interaction.HalfEven;
import org.contactroi.roi.baseline.BaselineRow;

/**
 * How much was used of a resource: times / per.
 *
 * @param per at most a thousand
 */
record PricedQuantity(long times, long per) {

  static PricedQuantity of(long quantity) {
    return new PricedQuantity(quantity, 1);
  }

  /** What a baseline says that as many episodes use. */
  static PricedQuantity of(long perThousand, long episodes) {
    return new PricedQuantity(Math.multiplyExact(perThousand, episodes), BaselineRow.PER_EPISODES);
  }

  long rounded() {
    return HalfEven.divide(times, 1, per);
  }
}
