package org.contactroi.app.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.roi.price.ExactAmounts;
import org.jspecify.annotations.Nullable;

/**
 * A fact that does not contribute the same to a total in two runs.
 *
 * @param first null if it contributes nothing there
 * @param second the same
 * @param firstWorth empty for families and tenants without amounts, and if it contributes nothing
 * @param secondWorth the same
 * @param why what of the fact is another, or what has become of it; none: its price alone
 */
record DifferingFact(
    @Nullable Row first,
    @Nullable Row second,
    Optional<ExactAmounts> firstWorth,
    Optional<ExactAmounts> secondWorth,
    List<String> why) {

  DifferingFact {
    why = List.copyOf(why);
  }

  /** The row of one of the runs. */
  Row row() {
    return first == null ? Objects.requireNonNull(second) : first;
  }

  /** What the second counts of it more than the first. */
  Totals difference(Family family) {
    return totals(second, family).minus(totals(first, family));
  }

  static Totals totals(@Nullable Row row, Family family) {
    return row == null ? Totals.zero(family) : row.totals();
  }
}
