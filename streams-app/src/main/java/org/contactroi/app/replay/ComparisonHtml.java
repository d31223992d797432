package org.contactroi.app.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.ComparisonPage;
import org.contactroi.report.PageText;
import org.contactroi.report.RunsCompared;
import org.contactroi.report.RunsCompared.Figures;
import org.contactroi.report.RunsCompared.Line;
import org.contactroi.report.StatementRow;
import org.contactroi.roi.statement.TrackSum;

/** What is other between two runs, as a page for who decides. */
record ComparisonHtml(Comparison comparison) {

  /** What is told before everything else, where it is another; by what people call it. */
  private static final Map<String, String> LEAD =
      leads(
          "fcr", "FCR",
          "containment_settled", "Contained, settled",
          "containment_technical", "Contained",
          "aht", "AHT",
          "service_level", "Service level",
          "abandon_rate", "Abandoned",
          "csat", "CSAT",
          "conversion", "Conversion",
          "repeat_rate", "Repeats");

  private static final int LEADS = 3;
  private static final String RETURN = "roi";
  private static final String ALL = "all";

  private static Map<String, String> leads(String... names) {
    Map<String, String> leads = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i += 2) {
      leads.put(names[i], names[i + 1]);
    }
    return leads;
  }

  /** The page, of a comparison that was made. */
  String page() {
    return ComparisonPage.of(
        new RunsCompared(
            comparison.first().name(),
            comparison.second().name(),
            comparison.rules().stream()
                .map(
                    rule ->
                        new RunsCompared.Rule(
                            rule.record(), rule.field(), rule.first(), rule.second()))
                .toList(),
            tenants(),
            months(),
            new ComparisonText(comparison).outcome(),
            notes()));
  }

  private List<String> notes() {
    return comparison.eventsSince() == 0
        ? List.of()
        : List.of(
            String.format(
                Locale.ROOT,
                "%s has counted %,d events since the cut: what they changed is another, too.",
                comparison.first().name(),
                comparison.eventsSince()));
  }

  private List<RunsCompared.Tenant> tenants() {
    Map<String, List<Figures>> figures = new LinkedHashMap<>();
    Map<String, List<Line>> leads = new LinkedHashMap<>();
    for (ComparedSums.OfFigures sum : comparison.figureSums()) {
      List<Line> lines =
          sum.changes().stream().map(change -> line(change, change.figure().name())).toList();
      figures
          .computeIfAbsent(sum.tenant(), any -> new ArrayList<>())
          .add(new Figures(sum.value(), lines));
      if (sum.value().equals(ALL)) {
        leads.put(sum.tenant(), lead(sum.changes()));
      }
    }
    for (ComparedSums.OfAmounts sum : comparison.amountSums()) {
      String title = "%s, %s in %s".formatted(sum.value(), sum.family().id(), sum.currency());
      figures
          .computeIfAbsent(sum.tenant(), any -> new ArrayList<>())
          .add(new Figures(title, sum.changes().stream().map(ComparisonHtml::line).toList()));
    }
    comparison.returns().keySet().forEach(tenant -> figures.putIfAbsent(tenant, List.of()));
    return figures.entrySet().stream()
        .map(
            entry ->
                tenant(
                    entry.getKey(),
                    leads.getOrDefault(entry.getKey(), List.of()),
                    entry.getValue()))
        .toList();
  }

  private static List<Line> lead(List<FigureChange> changes) {
    List<Line> lead = new ArrayList<>();
    for (Map.Entry<String, String> figure : LEAD.entrySet()) {
      changes.stream()
          .filter(change -> change.figure().name().equals(figure.getKey()) && lead.size() < LEADS)
          .forEach(change -> lead.add(line(figure.getValue(), change.brief())));
    }
    return lead;
  }

  private static Line line(AmountsDifference.Change change) {
    List<String> cells = ComparisonText.cells(change);
    return new Line(cells.get(0), cells.get(1), cells.get(2), cells.get(3), "");
  }

  private static Line line(FigureChange change, String name) {
    return line(name, change.cells());
  }

  private static Line line(String name, List<String> cells) {
    return new Line(name, cells.get(1), cells.get(2), cells.get(3), cells.get(4));
  }

  private RunsCompared.Tenant tenant(String tenant, List<Line> lead, List<Figures> figures) {
    ComparedStatements.Difference difference = comparison.returns().get(tenant);
    TenantStatement a = difference == null ? null : difference.first();
    TenantStatement b = difference == null ? null : difference.second();
    if (a == null || b == null) {
      return new RunsCompared.Tenant(tenant, lead, figures, List.of(), noReturn());
    }
    TrackSum ofFirst = a.provisional().sum();
    TrackSum ofSecond = b.provisional().sum();
    List<Line> returned = new ArrayList<>();
    List<Line> leads = new ArrayList<>(lead);
    for (StatementRow row : StatementRow.of(List.of(ofFirst, ofSecond))) {
      String before = row.text(ofFirst);
      String after = row.text(ofSecond);
      if (!before.equals(after)) {
        returned.add(new Line(row.title(), before, after, "", ""));
      }
      if (row.name().equals(RETURN) && !before.equals(after)) {
        leads.add(new Line("Return", before, after, "all days", ""));
      }
    }
    return new RunsCompared.Tenant(
        tenant,
        leads,
        figures,
        returned,
        "%s to %s, all days, in %s"
            .formatted(PageText.day(a.from()), PageText.day(a.to()), a.currency()));
  }

  /** Why there are no rows of a return. */
  private String noReturn() {
    if (comparison.statements() == 0) {
      return "no statement was compared.";
    }
    return comparison.differingStatements() == 0
        ? "the return is the same."
        : String.format(
            Locale.ROOT,
            "%,d statements differ; none that sums all days is in both runs.",
            comparison.differingStatements());
  }

  private List<RunsCompared.Months> months() {
    return new ComparisonText(comparison)
        .differences().stream()
            .map(of -> new RunsCompared.Months(of.name(), of.windows(), of.text()))
            .toList();
  }
}
