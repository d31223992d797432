package org.contactroi.roi.customer;

import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Stated;
import org.jspecify.annotations.Nullable;

/**
 * Customers who stayed, of any number of calendar months.
 *
 * @param start customers at the start of each month, summed
 * @param kept those of them who were there at its end
 */
public record CustomersKept(long start, long kept) {

  public static final CustomersKept NONE = new CustomersKept(0, 0);

  /** With those of one more month; null adds nothing. */
  public CustomersKept plus(@Nullable Retention month) {
    return month == null
        ? this
        : new CustomersKept(
            Math.addExact(start, month.start()),
            Math.addExact(kept, Math.subtractExact(month.end(), month.won())));
  }

  /** The share of customers who stayed, in hundredths of a percent over all there were. */
  public Ratio score() {
    return start == 0
        ? Ratio.UNDEFINED
        : new Ratio(Math.multiplyExact(Stated.WHOLE_BP, kept), start);
  }
}
