package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;

/**
 * Sums of the days of two runs, as far as they are not the same.
 *
 * @param wanted days of the slice whose values are summed
 */
record ComparedSums(
    ComparedRun first, ComparedRun second, Predicate<RowKey> wanted, Predicate<Family> families) {

  /** The changed figures of a tenant's value of the slice. */
  record OfFigures(String tenant, String value, List<FigureChange> changes) {}

  /** Those of figures, by tenant and value. */
  List<OfFigures> figures(Set<String> tenants) {
    List<OfFigures> sums = new ArrayList<>();
    tenants.forEach(tenant -> addFigures(tenant, sums));
    return sums;
  }

  private void addFigures(String tenant, List<OfFigures> sums) {
    SortedMap<String, Map<Family, Totals>> a = days(first, tenant);
    SortedMap<String, Map<Family, Totals>> b = days(second, tenant);
    SortedSet<String> values = new TreeSet<>(a.keySet());
    values.addAll(b.keySet());
    for (String value : values) {
      List<FigureChange> changes =
          Families.all().stream()
              .flatMap(
                  family -> FigureChange.of(sum(a, value, family), sum(b, value, family)).stream())
              .toList();
      if (!changes.isEmpty()) {
        sums.add(new OfFigures(tenant, value, changes));
      }
    }
  }

  /** The changed amounts of a tenant's value of the slice. */
  record OfAmounts(
      String tenant,
      String value,
      Family family,
      String currency,
      List<AmountsDifference.Change> changes) {}

  /** Those of amounts, by family, tenant and value. */
  List<OfAmounts> amounts(Set<Family> priced, Set<String> tenants) {
    List<OfAmounts> sums = new ArrayList<>();
    priced.forEach(family -> addAmounts(family, tenants, sums));
    return sums;
  }

  private void addAmounts(Family family, Set<String> tenants, List<OfAmounts> sums) {
    Predicate<RowKey> own = row -> tenants.contains(row.tenant()) && wanted.test(row);
    Map<String, Map<String, WindowAmounts>> ofFirst = ComparedAmounts.sums(first, family, own);
    Map<String, Map<String, WindowAmounts>> ofSecond = ComparedAmounts.sums(second, family, own);
    for (String tenant : tenants) {
      Map<String, WindowAmounts> a = ofFirst.getOrDefault(tenant, Map.of());
      Map<String, WindowAmounts> b = ofSecond.getOrDefault(tenant, Map.of());
      SortedSet<String> values = new TreeSet<>(a.keySet());
      values.addAll(b.keySet());
      for (String value : values) {
        WindowAmounts before = a.getOrDefault(value, WindowAmounts.NONE);
        WindowAmounts after = b.getOrDefault(value, WindowAmounts.NONE);
        List<AmountsDifference.Change> changes = AmountsDifference.changes(before, after);
        if (!changes.isEmpty()) {
          String currency = before.areNone() ? after.currency() : before.currency();
          sums.add(new OfAmounts(tenant, value, family, currency, changes));
        }
      }
    }
  }

  private static Totals sum(Map<String, Map<Family, Totals>> byValue, String value, Family family) {
    return byValue.getOrDefault(value, Map.of()).getOrDefault(family, Totals.zero(family));
  }

  private SortedMap<String, Map<Family, Totals>> days(ComparedRun run, String tenant) {
    SortedMap<String, Map<Family, Totals>> sums = new TreeMap<>();
    run.topics()
        .totals(tenant, key -> families.test(key.family()) && wanted.test(key.row()))
        .forEach(
            (key, totals) ->
                sums.computeIfAbsent(key.slice().valueText(), value -> new HashMap<>())
                    .merge(key.family(), totals, Totals::plus));
    return sums;
  }
}
