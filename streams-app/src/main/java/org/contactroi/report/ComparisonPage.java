package org.contactroi.report;

import java.util.List;
import org.contactroi.report.RunsCompared.Figures;
import org.contactroi.report.RunsCompared.Line;
import org.contactroi.report.RunsCompared.Months;
import org.contactroi.report.RunsCompared.Rule;
import org.contactroi.report.RunsCompared.Tenant;

/** What is other between two runs, as one HTML page that needs nothing else. */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** The page. */
  public static String of(RunsCompared compared) {
    String title = "%s held against %s".formatted(compared.second(), compared.first());
    return Page.document(title, Markup.of("main", head(compared), content(compared)));
  }

  private static Markup head(RunsCompared compared) {
    return Markup.of(
        "header",
        Markup.all(compared.notes().stream().map(ComparisonPage::notice).toList()),
        Markup.styled("p", "kind", Markup.text("What if")),
        Markup.of("h1", Markup.name(compared.second())),
        Markup.styled(
            "p",
            "period",
            Markup.text("held against "),
            Markup.name(compared.first()),
            Markup.text(": " + compared.outcome())),
        Markup.all(compared.tenants().stream().map(ComparisonPage::lead).toList()));
  }

  private static Markup notice(String note) {
    return Markup.with("p", "class=\"behind\" role=\"alert\"", Markup.text(note));
  }

  /** The most important figures of a tenant. */
  private static Markup lead(Tenant tenant) {
    return Markup.all(
            Markup.of("h3", Markup.name(tenant.name())),
            Markup.styled(
                "dl",
                "headline",
                Markup.all(tenant.lead().stream().map(ComparisonPage::lead).toList())))
        .onItsOwnLine();
  }

  private static Markup lead(Line line) {
    return Markup.of(
            "div",
            Markup.of("dt", Markup.text(line.name())),
            Markup.styled("dd", "value", Markup.text(line.second())),
            Markup.styled(
                "dd", "note", Markup.text("was " + line.first() + ", " + line.difference())))
        .onItsOwnLine();
  }

  private static Markup content(RunsCompared compared) {
    return Markup.all(
        Page.section("rules", "What is counted by", rules(compared)),
        Page.section(
            "figures",
            "Figures of all days",
            Markup.all(
                compared.tenants().stream().map(tenant -> figures(compared, tenant)).toList())),
        Page.section(
            "return",
            "Return",
            Markup.all(
                compared.tenants().stream().map(tenant -> returned(compared, tenant)).toList())),
        Page.section("months", "Where", months(compared.months())));
  }

  private static Markup rules(RunsCompared compared) {
    Table table =
        new Table("Reference records that are others")
            .words("Record", "Field", compared.first(), compared.second());
    for (Rule rule : compared.rules()) {
      table.row(
          Markup.name(rule.record()),
          Markup.text(rule.field()),
          Markup.name(rule.first()),
          Markup.name(rule.second()));
    }
    return table.isEmpty()
        ? Markup.paragraph("Both runs have the same reference records.")
        : table.markup();
  }

  private static Markup figures(RunsCompared compared, Tenant tenant) {
    Table table =
        table(
            compared, tenant.name() + ", with numerators and denominators", "Difference", "Share");
    for (Figures figures : tenant.figures()) {
      table.group(figures.value());
      for (Line line : figures.lines()) {
        table.row(
            Markup.text(line.name()),
            Markup.text(line.first()),
            Markup.text(line.second()),
            Markup.text(line.difference()),
            Markup.text(line.share()));
      }
    }
    return table.isEmpty()
        ? Markup.paragraph(tenant.name() + ": no figure is another.")
        : table.markup();
  }

  private static Markup returned(RunsCompared compared, Tenant tenant) {
    Table table = table(compared, tenant.name() + ", " + tenant.period());
    for (Line line : tenant.returned()) {
      table.row(
          Markup.text(line.name().strip()), Markup.text(line.first()), Markup.text(line.second()));
    }
    return table.isEmpty()
        ? Markup.paragraph(tenant.name() + ": " + tenant.period())
        : table.markup();
  }

  private static Table table(RunsCompared compared, String caption, String... more) {
    return new Table(caption).words("").numbers(compared.first(), compared.second()).numbers(more);
  }

  private static Markup months(List<Months> months) {
    Table table =
        new Table("Hours and days of all slices that are another")
            .words("Family")
            .numbers("Windows")
            .words("By month");
    for (Months each : months) {
      table.row(
          Markup.text(each.family()),
          Markup.text(PageText.count(each.windows())),
          Markup.text(each.byMonth()));
    }
    return table.isEmpty() ? Markup.paragraph("No window is another.") : table.markup();
  }
}
