package org.contactroi.roi.valuation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import org.contactroi.roi.customer.MonthChange;

/**
 * What a customer changes in calendar months, to be added to what is known of them.
 *
 * @param changes at least one
 */
public record MonthPart(String tenant, SortedMap<YearMonth, MonthChange> changes)
    implements RoiPart {

  public MonthPart {
    changes = Collections.unmodifiableSortedMap(changes);
  }
}
