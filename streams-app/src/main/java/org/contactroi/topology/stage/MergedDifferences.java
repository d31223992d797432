package org.contactroi.topology.stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.Batches;
import org.contactroi.topology.store.TotalsCodec;

/**
 * Differences of many customers between two commits, added up by slice and hour before they are
 * sent; by minute where a minute is recent, which is where the trailing gauges need it.
 */
public final class MergedDifferences {

  /**
   * What decides where the differences of a tenant go.
   *
   * @param slices by version of the policy and family
   * @param recentMs how long minutes are recent
   * @param kept what is elsewhere is dropped
   */
  public record Rules(
      BiFunction<String, Family, List<SliceBy>> slices,
      TenantCalendar calendar,
      long recentMs,
      KeptDays.Span kept) {}

  private record TenantSlice(String tenant, Slice slice) {}

  private record Place(
      String tenant, String policyVersion, Dimensions dimensions, List<SliceBy> by) {}

  private record At(Family family, long start, boolean isMinute) {}

  private final Map<TenantSlice, Map<At, Totals.Builder>> merged = new HashMap<>();

  /** The slices of dimensions: the cells of a contact have few different ones. */
  private final Map<Place, List<Map<At, Totals.Builder>>> placed = new HashMap<>();

  /**
   * Adds a difference.
   *
   * @param reached event time that the tenant has reached, UTC ms; the least value if not known
   */
  public void add(String tenant, long reached, Map<Cell, Totals> difference, Rules rules) {
    long recentFrom = Math.max(reached, Long.MIN_VALUE + rules.recentMs()) - rules.recentMs();
    difference.forEach(
        (cell, totals) -> {
          if (!rules.kept().holds(cell.minute())) {
            return;
          }
          At at = at(cell, recentFrom, rules);
          for (Map<At, Totals.Builder> slice : slices(tenant, cell, rules)) {
            slice.computeIfAbsent(at, any -> Totals.builder(cell.family())).add(totals);
          }
        });
  }

  private static At at(Cell cell, long recentFrom, Rules rules) {
    boolean isMinute = cell.family().hasMinutes() && cell.minute() >= recentFrom;
    long start = isMinute ? cell.minute() : rules.calendar().hour(cell.minute()).start();
    return new At(cell.family(), start, isMinute);
  }

  private List<Map<At, Totals.Builder>> slices(String tenant, Cell cell, Rules rules) {
    List<SliceBy> by = rules.slices().apply(cell.policyVersion(), cell.family());
    return placed.computeIfAbsent(
        new Place(tenant, cell.policyVersion(), cell.dimensions(), by),
        place -> {
          List<Map<At, Totals.Builder>> slices = new ArrayList<>(by.size());
          for (SliceBy each : by) {
            if (cell.dimensions().hasSlice(each)) {
              TenantSlice slice = new TenantSlice(tenant, each.slice(cell.dimensions()));
              slices.add(merged.computeIfAbsent(slice, s -> new HashMap<>()));
            }
          }
          return slices;
        });
  }

  /** Hands out what is not zero, and starts anew. */
  public void drain(Consumer<Difference> downstream) {
    merged.forEach((slice, changes) -> drain(slice, changes, downstream));
    merged.clear();
    placed.clear();
  }

  private static void drain(
      TenantSlice slice, Map<At, Totals.Builder> changes, Consumer<Difference> downstream) {
    List<Difference.Change> left = new ArrayList<>(changes.size());
    changes.forEach(
        (at, sum) -> {
          Totals totals = sum.build();
          if (!totals.isZero()) {
            left.add(new Difference.Change(at.start(), at.isMinute(), totals));
          }
        });
    for (List<Difference.Change> batch : Batches.of(left, MergedDifferences::size)) {
      downstream.accept(new Difference(slice.tenant(), slice.slice(), batch));
    }
  }

  private static int size(Difference.Change change) {
    return Long.BYTES + 1 + TotalsCodec.size(change.totals());
  }
}
