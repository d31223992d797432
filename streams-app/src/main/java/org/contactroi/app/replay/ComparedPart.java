package org.contactroi.app.replay;

import java.time.LocalDate;
import java.util.Set;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.jspecify.annotations.Nullable;

/**
 * What of two runs is compared.
 *
 * @param tenants none: all
 * @param family null: all
 * @param slice whose sums are shown
 * @param isSliceAlone whether windows of other slices, and statements, are left out
 * @param from first local day; null: the first there is
 * @param to last local day, included; null: the last there is
 */
record ComparedPart(
    Set<String> tenants,
    @Nullable Family family,
    String slice,
    boolean isSliceAlone,
    @Nullable LocalDate from,
    @Nullable LocalDate to) {

  ComparedPart {
    tenants = Set.copyOf(tenants);
  }

  boolean holds(Family other) {
    return family == null || family == other;
  }

  /** Whether a row is compared that begins on a local day. */
  boolean holds(RowKey row, LocalDate day) {
    return holds(row.tenant())
        && (!isSliceAlone || row.slice().by().equals(slice))
        && !isBefore(day)
        && !isAfter(day);
  }

  /** Whether a statement about some days is compared. */
  boolean holds(String tenant, LocalDate first, LocalDate last) {
    return family == null && !isSliceAlone && holds(tenant) && !isBefore(first) && !isAfter(last);
  }

  private boolean holds(String tenant) {
    return tenants.isEmpty() || tenants.contains(tenant);
  }

  private boolean isBefore(LocalDate day) {
    return from != null && day.isBefore(from);
  }

  private boolean isAfter(LocalDate day) {
    return to != null && day.isAfter(to);
  }
}
