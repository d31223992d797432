package org.contactroi.app.kpis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/** Totals summed over windows, by the value of a slice and by family. */
public record KpiSums(SortedMap<String, Map<Family, Totals>> byValue) {

  /** Sums windows of one slice. */
  public static KpiSums of(Map<TotalsKey, Totals> windows) {
    SortedMap<String, Map<Family, Totals>> byValue = new TreeMap<>();
    windows.forEach(
        (key, totals) ->
            byValue
                .computeIfAbsent(key.slice().valueText(), value -> new TreeMap<>())
                .merge(key.family(), totals, Totals::plus));
    return new KpiSums(byValue);
  }
}
