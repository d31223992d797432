package org.contactroi.app.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.roi.statement.TrackSum;
import org.jspecify.annotations.Nullable;

/** What is other between two runs, for people. */
record ComparisonText(Comparison comparison) {

  private static final String NONE = "-";
  private static final int MICROS = 6;

  /** All lines, of a comparison that was made. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (comparison.eventsSince() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s has counted %,d events since the cut: what they changed is another, too",
              comparison.first().name(),
              comparison.eventsSince()));
    }
    comparison.rules().forEach(change -> lines.add("rule " + change));
    if (!comparison.isEqual()) {
      lines.addAll(months());
      lines.addAll(figures());
      lines.addAll(amounts());
      lines.addAll(returns());
      lines.addAll(hint());
      lines.add("");
    }
    lines.add(outcome());
    if (comparison.expired() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d hours have expired in one of the runs: their cost and saving alone were compared",
              comparison.expired()));
    }
    return lines;
  }

  /** What came out, in a line. */
  String outcome() {
    if (comparison.isEqual()) {
      return String.format(
          Locale.ROOT,
          "equal: %,d windows, %,d statements%s",
          comparison.windows(),
          comparison.statements(),
          comparison.statusAlone() == 0
              ? ""
              : String.format(
                  Locale.ROOT, " (%,d settled in one run only)", comparison.statusAlone()));
    }
    return String.format(
        Locale.ROOT,
        "%,d windows: %,d differences by family, %,d in money; %,d statements: %,d differ, %,d more in status alone",
        comparison.windows(),
        comparison.differences(),
        comparison.differingAmounts(),
        comparison.statements(),
        comparison.differingStatements(),
        comparison.statusAlone());
  }

  private List<String> hint() {
    TotalsKey some = comparison.example();
    return some == null
        ? List.of()
        : List.of(
            "",
            "what is behind one of them: replay compare %s --with %s --explain '%s'"
                .formatted(comparison.second().name(), comparison.first().name(), some.text()));
  }

  private List<String> months() {
    TextTable table = new TextTable(column -> column != 1);
    table.add(List.of("family", "windows", "by month"));
    List<Months> months = differences();
    months.forEach(
        of ->
            table.add(
                List.of(of.name(), String.format(Locale.ROOT, "%,d", of.windows()), of.text())));
    return months.isEmpty() ? List.of() : table.lines();
  }

  /**
   * Windows of a family that are another.
   *
   * @param name of the family, and whether they are so in money
   */
  record Months(String name, SortedMap<YearMonth, Integer> byMonth) {

    long windows() {
      return byMonth.values().stream().mapToLong(Integer::longValue).sum();
    }

    String text() {
      return byMonth.entrySet().stream()
          .map(month -> month.getKey() + " " + month.getValue())
          .collect(Collectors.joining(", "));
    }
  }

  /** Where there are differences. */
  List<Months> differences() {
    List<Months> all = new ArrayList<>();
    comparison.byMonth().forEach((family, months) -> all.add(new Months(family.id(), months)));
    comparison
        .amountsByMonth()
        .forEach((family, months) -> all.add(new Months(family.id() + ", in money", months)));
    return all;
  }

  private List<String> amounts() {
    List<String> lines = new ArrayList<>();
    comparison
        .amountSums()
        .forEach(
            sum -> {
              TextTable table = new TextTable();
              table.add(
                  List.of("", comparison.first().name(), comparison.second().name(), "difference"));
              sum.changes().forEach(change -> table.add(cells(change)));
              lines.add("");
              lines.add(
                  "%s, %s %s, all days, %s in %s"
                      .formatted(
                          sum.tenant(),
                          comparison.slice(),
                          sum.value(),
                          sum.family().id(),
                          sum.currency()));
              lines.addAll(table.lines());
            });
    return lines;
  }

  /** Name, both amounts and the difference. */
  static List<String> cells(AmountsDifference.Change change) {
    Long first = change.first();
    Long second = change.second();
    return List.of(
        change.name(),
        money(first),
        money(second),
        first == null || second == null ? NONE : money(second - first));
  }

  private static String money(@Nullable Long micros) {
    return micros == null
        ? NONE
        : BigDecimal.valueOf(micros, MICROS).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Sums of all days that are compared, of each tenant and value. */
  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    comparison
        .figureSums()
        .forEach(
            sum -> {
              TextTable table = new TextTable();
              table.add(
                  List.of(
                      "",
                      comparison.first().name(),
                      comparison.second().name(),
                      "difference",
                      "share"));
              sum.changes().forEach(change -> table.add(change.cells()));
              lines.add("");
              lines.add(
                  "%s, %s %s, all days".formatted(sum.tenant(), comparison.slice(), sum.value()));
              lines.addAll(table.lines());
            });
    return lines;
  }

  private List<String> returns() {
    List<String> lines = new ArrayList<>();
    comparison
        .returns()
        .forEach(
            (tenant, difference) -> {
              TenantStatement a = difference.first();
              TenantStatement b = difference.second();
              if (a != null && b != null) {
                lines.add("");
                lines.add(
                    "return of %s, %s to %s, in %s"
                        .formatted(tenant, a.from(), a.to(), a.currency()));
                lines.addAll(rows(a, b));
              }
            });
    return lines;
  }

  private List<String> rows(TenantStatement a, TenantStatement b) {
    TrackSum ofFirst = a.provisional().sum();
    TrackSum ofSecond = b.provisional().sum();
    TextTable table = new TextTable();
    table.add(List.of("", comparison.first().name(), comparison.second().name()));
    for (StatementRow row : StatementRow.of(List.of(ofFirst, ofSecond))) {
      if (!row.text(ofFirst).equals(row.text(ofSecond))) {
        table.add(List.of(row.title(), row.text(ofFirst), row.text(ofSecond)));
      }
    }
    return table.lines();
  }
}
