package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.roi.statement.TrackSum;

/** What is other between two runs, for people. */
record ComparisonText(Comparison comparison) {

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
    if (!comparison.isEqual()) {
      lines.addAll(months());
      lines.addAll(figures());
      lines.addAll(returns());
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

  private String outcome() {
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
        "%,d windows: %,d differences by family; %,d statements: %,d differ, %,d more in status alone",
        comparison.windows(),
        comparison.differences(),
        comparison.statements(),
        comparison.differingStatements(),
        comparison.statusAlone());
  }

  private List<String> months() {
    TextTable table = new TextTable(column -> column != 1);
    table.add(List.of("family", "windows", "by month"));
    comparison
        .byMonth()
        .forEach(
            (family, months) ->
                table.add(
                    List.of(
                        family.id(),
                        String.format(
                            Locale.ROOT,
                            "%,d",
                            months.values().stream().mapToInt(Integer::intValue).sum()),
                        months.entrySet().stream()
                            .map(month -> month.getKey() + " " + month.getValue())
                            .collect(Collectors.joining(", ")))));
    return comparison.byMonth().isEmpty() ? List.of() : table.lines();
  }

  /** Sums of all days that are compared, of each tenant and value. */
  private List<String> figures() {
    List<String> lines = new ArrayList<>();
    comparison.forEachSum(
        (tenant, value, changes) -> {
          TextTable table = new TextTable();
          table.add(
              List.of(
                  "",
                  comparison.first().name(),
                  comparison.second().name(),
                  "difference",
                  "share"));
          changes.forEach(change -> table.add(change.cells()));
          lines.add("");
          lines.add("%s, %s %s, all days".formatted(tenant, comparison.slice(), value));
          lines.addAll(table.lines());
        });
    return lines;
  }

  private List<String> returns() {
    List<String> lines = new ArrayList<>();
    comparison
        .toDate()
        .forEach(
            (tenant, difference) -> {
              TenantStatement a = difference.first();
              TenantStatement b = difference.second();
              if (a != null && b != null) {
                lines.add("");
                lines.add(
                    "return of %s to %s, all days, in %s".formatted(tenant, a.to(), a.currency()));
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
