package org.contactroi.app.kpis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/**
 * The figures of a tenant over all of its days, in several slices.
 *
 * @param bySlice sums by slice, in the order they are shown
 */
public record KpiReport(Map<SliceBy, KpiSums> bySlice) {

  /** Sums days of these slices. */
  public static KpiReport of(Map<TotalsKey, Totals> days, List<SliceBy> slices) {
    Map<SliceBy, KpiSums> bySlice = new LinkedHashMap<>();
    for (SliceBy slice : slices) {
      Map<TotalsKey, Totals> own = new HashMap<>(days);
      own.keySet().removeIf(key -> !key.slice().by().equals(slice.id()));
      bySlice.put(slice, KpiSums.of(own));
    }
    return new KpiReport(bySlice);
  }

  /** A table of each slice with a blank line after it. */
  public List<String> tables(int width) {
    List<String> lines = new ArrayList<>();
    bySlice.forEach(
        (slice, sums) -> {
          lines.addAll(new KpiTable(slice.id(), width).lines(sums.byValue()));
          lines.add("");
        });
    return lines;
  }

  /** Every figure of a slice with numerator and denominator, and every total. */
  public List<String> details(SliceBy slice) {
    KpiSums sums = bySlice.get(slice);
    return sums == null ? List.of() : KpiDetails.lines(sums);
  }

  /** An array with an object per slice, value and family. */
  public ArrayNode json() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    bySlice.forEach(
        (slice, sums) ->
            KpiDetails.json(sums, "value")
                .forEach(
                    entry -> {
                      ObjectNode object = JsonNodeFactory.instance.objectNode();
                      object.put("slice", slice.id()).setAll((ObjectNode) entry);
                      all.add(object);
                    }));
    return all;
  }
}
