package org.contactroi.app.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/** Everything of which two runs do not say the same. */
final class Comparison {

  private final ComparedRun first;
  private final ComparedRun second;
  private final ComparedPart part;
  private final long eventsSince;
  private final ComparedTotals totals;
  private final ComparedAmounts amounts;
  private final ComparedStatements statements;
  private final SortedMap<Family, SortedMap<YearMonth, Integer>> byMonth =
      new TreeMap<>(Comparator.comparing(Family::id));
  private final SortedMap<Family, SortedMap<YearMonth, Integer>> amountsByMonth =
      new TreeMap<>(Comparator.comparing(Family::id));
  private final SortedSet<String> tenants = new TreeSet<>();
  private final Map<String, ComparedStatements.Difference> returns = new LinkedHashMap<>();
  private @Nullable List<ComparedSums.OfFigures> figureSums;
  private @Nullable List<ComparedSums.OfAmounts> amountSums;
  private @Nullable TotalsKey example;
  private int differing;
  private int status;

  /**
   * A comparison.
   *
   * @param eventsSince events that the first has counted beyond what the second has, or none
   */
  Comparison(ComparedRun first, ComparedRun second, ComparedPart part, long eventsSince) {
    this.first = first;
    this.second = second;
    this.part = part;
    this.eventsSince = eventsSince;
    this.totals = new ComparedTotals(first, second, this::isWanted, part::holds);
    this.amounts = new ComparedAmounts(first, second, this::isWanted, part::holds);
    this.statements = new ComparedStatements(first, second, this::isWanted);
  }

  private boolean isWanted(RowKey row) {
    return part.holds(row, localDay(row.tenant(), row.start()));
  }

  private boolean isWanted(StatementRecord statement) {
    return part.holds(statement);
  }

  private LocalDate localDay(String tenant, long start) {
    return Instant.ofEpochMilli(start).atZone(first.policies().zone(tenant)).toLocalDate();
  }

  /** Compares hours and days, and tells of every difference in the order of the keys. */
  void compareTotals(Consumer<TotalsDifference> sink) {
    totals.compare(
        difference -> {
          note(difference);
          sink.accept(difference);
        });
  }

  /** The same of what they cost and save. */
  void compareAmounts(Consumer<AmountsDifference> sink) {
    amounts.compare(
        difference -> {
          note(difference.key(), amountsByMonth);
          sink.accept(difference);
        });
  }

  /** Compares what they cost and save, and tells of nothing but how often it is another. */
  void countAmounts() {
    amounts.count(key -> note(key, amountsByMonth));
  }

  /** The same of statements. */
  void compareStatements(Consumer<ComparedStatements.Difference> sink) {
    statements.compare(
        difference -> {
          note(difference);
          sink.accept(difference);
        });
  }

  /** Whether nothing was found that is another, but when days were settled. */
  boolean isEqual() {
    return byMonth.isEmpty() && amountsByMonth.isEmpty() && differing == 0;
  }

  private void note(TotalsDifference difference) {
    note(difference.key(), byMonth);
  }

  private void note(TotalsKey key, SortedMap<Family, SortedMap<YearMonth, Integer>> months) {
    tenants.add(key.tenant());
    if (key.family().isExplained()
        && (example == null || (isOfWholeDay(key) && !isOfWholeDay(example)))) {
      example = key;
    }
    months
        .computeIfAbsent(key.family(), family -> new TreeMap<>())
        .merge(YearMonth.from(localDay(key.tenant(), key.start())), 1, Integer::sum);
  }

  private static boolean isOfWholeDay(TotalsKey key) {
    return key.window() == WindowSize.DAY && key.slice().by().equals(SliceBy.ALL.id());
  }

  /** A total that is another and can be explained, of a whole day if there is one; or null. */
  @Nullable TotalsKey example() {
    return example;
  }

  private void note(ComparedStatements.Difference difference) {
    if (difference.isStatus()) {
      status++;
      return;
    }
    differing++;
    TenantStatement some = difference.first() == null ? difference.second() : difference.first();
    Horizon widest = part.isOfSomeDays() ? Horizon.TRAILING_30_DAYS : Horizon.TO_DATE;
    if (some != null && some.published().getHorizon() == widest) {
      // Keys ascend by day, so the last one stays that both runs have.
      boolean isInBoth = difference.first() != null && difference.second() != null;
      if (isInBoth || !returns.containsKey(some.tenant())) {
        returns.put(some.tenant(), difference);
      }
    }
  }

  /** The rules that are others. */
  List<ComparedRules.Change> rules() {
    return ComparedRules.of(first, second, part::holdsTenant);
  }

  ComparedRun first() {
    return first;
  }

  ComparedRun second() {
    return second;
  }

  /** The slice whose values are summed. */
  String slice() {
    return part.slice();
  }

  /** Events that the first has counted beyond what the second has. */
  long eventsSince() {
    return eventsSince;
  }

  /** Windows of totals that were looked at. */
  int windows() {
    return totals.windows();
  }

  /** Hours of which one of the runs has kept cost and saving alone. */
  int expired() {
    return totals.expired();
  }

  /** Statements that were looked at. */
  int statements() {
    return statements.statements();
  }

  /** Statements that are another. */
  int differingStatements() {
    return differing;
  }

  /** Statements of which only more or fewer days are settled. */
  int statusAlone() {
    return status;
  }

  /** How many windows of a family are another, by local month. */
  SortedMap<Family, SortedMap<YearMonth, Integer>> byMonth() {
    return byMonth;
  }

  /** How many windows of a family have another amount, by local month. */
  SortedMap<Family, SortedMap<YearMonth, Integer>> amountsByMonth() {
    return amountsByMonth;
  }

  /** The last statement to date, or of 30 days, that is another, by tenant. */
  Map<String, ComparedStatements.Difference> returns() {
    return returns;
  }

  /** How many windows are another, each family of one by itself. */
  int differences() {
    return sum(byMonth);
  }

  /** How many windows have another amount, each family of one by itself. */
  int differingAmounts() {
    return sum(amountsByMonth);
  }

  private static int sum(SortedMap<Family, SortedMap<YearMonth, Integer>> byMonth) {
    return byMonth.values().stream()
        .flatMap(months -> months.values().stream())
        .mapToInt(Integer::intValue)
        .sum();
  }

  /** Sums of all days that are compared, of each tenant with differences. */
  List<ComparedSums.OfFigures> figureSums() {
    if (figureSums == null) {
      figureSums = sums().figures(tenants);
    }
    return figureSums;
  }

  /** The same of amounts. */
  List<ComparedSums.OfAmounts> amountSums() {
    if (amountSums == null) {
      amountSums = sums().amounts(amountsByMonth.keySet(), tenants);
    }
    return amountSums;
  }

  private ComparedSums sums() {
    return new ComparedSums(first, second, this::isSummed, part::holds);
  }

  private boolean isSummed(RowKey row) {
    return row.window() == WindowSize.DAY && row.slice().by().equals(part.slice()) && isWanted(row);
  }
}
