package org.contactroi.topology.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.Batches;
import org.contactroi.topology.store.TotalsCodec;

/**
 * Differences of many customers of one flush, added up by slice and minute before they are sent.
 */
public final class MergedDifferences {

  private record TenantSlice(String tenant, Slice slice) {}

  private record FamilyMinute(Family family, long minute) {}

  private final Map<TenantSlice, Map<FamilyMinute, Totals>> merged = new HashMap<>();

  /**
   * Adds a difference.
   *
   * @param policy of a version
   */
  public void add(String tenant, Map<Cell, Totals> difference, Function<String, KpiPolicy> policy) {
    difference.forEach(
        (cell, totals) -> {
          FamilyMinute at = new FamilyMinute(cell.family(), cell.minute());
          for (SliceBy by : policy.apply(cell.policyVersion()).slices(cell.family())) {
            merged
                .computeIfAbsent(
                    new TenantSlice(tenant, by.slice(cell.dimensions())), s -> new HashMap<>())
                .merge(at, totals, Totals::plus);
          }
        });
  }

  /** Hands out what is not zero, and starts anew. */
  public void drain(Consumer<Difference> downstream) {
    merged.forEach((slice, changes) -> drain(slice, changes, downstream));
    merged.clear();
  }

  private static void drain(
      TenantSlice slice, Map<FamilyMinute, Totals> changes, Consumer<Difference> downstream) {
    List<Difference.Change> left = new ArrayList<>(changes.size());
    changes.forEach(
        (at, totals) -> {
          if (!totals.isZero()) {
            left.add(new Difference.Change(at.minute(), totals));
          }
        });
    for (List<Difference.Change> batch : Batches.of(left, MergedDifferences::size)) {
      downstream.accept(new Difference(slice.tenant(), slice.slice(), batch));
    }
  }

  private static int size(Difference.Change change) {
    return Long.BYTES + TotalsCodec.size(change.totals());
  }
}
