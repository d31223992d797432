package org.contactroi.roi.price;

import org.contactroi.roi.amount.HalfEven;
import org.contactroi.roi.baseline.BaselineRow;

/**
 * How much was used of a resource: times / per.
 *
 * @param per at most a thousand
 */
record Quantity(long times, long per) {

  static Quantity of(long quantity) {
    return new Quantity(quantity, 1);
  }

  /** What a baseline says that as many episodes use. */
  static Quantity of(long perThousand, long episodes) {
    return new Quantity(Math.multiplyExact(perThousand, episodes), BaselineRow.PER_EPISODES);
  }

  long rounded() {
    return HalfEven.divide(times, 1, per);
  }
}
