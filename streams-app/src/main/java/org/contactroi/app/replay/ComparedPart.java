package org.contactroi.app.replay;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.topology.stage.KeptDays;
import org.jspecify.annotations.Nullable;

/**
 * What of two runs is compared.
 *
 * @param tenants none: all
 * @param family null: all
 * @param slice whose sums are shown
 * @param isSliceAlone whether windows of other slices, and statements, are left out
 * @param days local days
 * @param isOfSomeDays whether one of the runs has kept some days alone, and states nothing to date
 */
record ComparedPart(
    Set<String> tenants,
    @Nullable Family family,
    String slice,
    boolean isSliceAlone,
    KeptDays days,
    boolean isOfSomeDays) {

  /** The only ones that are stated of some days. */
  private static final Set<Horizon> OF_SOME_DAYS =
      EnumSet.of(Horizon.DAY, Horizon.TRAILING_30_DAYS);

  ComparedPart {
    tenants = Set.copyOf(tenants);
  }

  boolean holds(Family other) {
    return family == null || family == other;
  }

  /** Whether a row is compared that begins on a local day. */
  boolean holds(RowKey row, LocalDate day) {
    return holdsTenant(row.tenant())
        && (!isSliceAlone || row.slice().by().equals(slice))
        && days.haveBegunOn(day)
        && !days.haveEndedBefore(day);
  }

  boolean holds(StatementRecord statement) {
    return family == null
        && !isSliceAlone
        && holdsTenant(statement.getTenantId())
        && days.haveBegunOn(statement.getFrom())
        && !days.haveEndedBefore(statement.getTo())
        && (!isOfSomeDays || OF_SOME_DAYS.contains(statement.getHorizon()));
  }

  boolean holdsTenant(String tenant) {
    return tenants.isEmpty() || tenants.contains(tenant);
  }
}
