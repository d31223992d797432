package org.contactroi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The report as one HTML page that needs nothing else. */
public final class Page {

  private static final String STYLE = "/org/contactroi/report/report.css";
  private static final String DEFINITIONS = "/org/contactroi/report/definitions.html";

  private Page() {}

  /** The page of some facts; equal facts make equal pages. */
  public static String of(Facts facts) {
    return of(facts, Drawing::of);
  }

  /** The page with charts drawn in some way. */
  static String of(Facts facts, Function<List<Chart>, List<Markup>> drawing) {
    return "<!doctype html>\n"
        + Markup.with("html", "lang=\"en\"", head(facts), Markup.of("body", body(facts, drawing)))
            .html()
        + "\n";
  }

  private static Markup head(Facts facts) {
    String title = "Return on investment: " + facts.subject().tenant();
    return Markup.of(
        "head",
        new Markup(
            "\n<meta charset=\"utf-8\">"
                + "\n<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"),
        Markup.of("title", Markup.text(title)),
        Markup.of("style", new Markup(PageFile.text(STYLE))));
  }

  private static Markup body(Facts facts, Function<List<Chart>, List<Markup>> drawing) {
    Sections sections = new Sections(facts);
    BasisSection basis = new BasisSection(facts);
    return Markup.of(
        "main",
        Headline.of(facts),
        section("statement", "Statement", StatementSection.of(facts)),
        section("payback", "Payback", BridgeSection.of(facts)),
        section("unpriced", "What has no price", sections.unpriced()),
        section("course", "The course of the period", figures(facts, drawing)),
        section(
            "scores",
            "How customers and agents fared",
            Captions.paragraph("scores"),
            ScoreSection.of(facts)),
        section("phases", "Phases", Captions.paragraph("phases"), sections.phases()),
        section("capacity", "Capacity", Captions.paragraph("capacity"), sections.capacity()),
        section(
            "declared", "Declared benefits", Captions.paragraph("declared"), sections.declared()),
        section("words", "What the words mean", new Markup(PageFile.text(DEFINITIONS))),
        section("policy", "Policy", basis.policies()),
        section("baseline", "Baseline", basis.baselines()),
        section("rates", "Rates in force", basis.rates(), basis.exchangeRates()),
        section("ledger", "Ledger", basis.ledger()));
  }

  private static Markup figures(Facts facts, Function<List<Chart>, List<Markup>> drawing) {
    List<Chart> charts = Charts.of(facts);
    List<Markup> pictures = drawing.apply(charts);
    List<Markup> figures = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      figures.add(figure(charts.get(i), pictures.get(i)));
    }
    return Markup.all(figures);
  }

  private static Markup figure(Chart chart, Markup picture) {
    String label = chart.title() + ". " + chart.says() + " The values are in the table below it.";
    return Markup.of(
            "figure",
            Markup.of(
                "figcaption",
                Markup.of("h3", Markup.text(chart.title())),
                Markup.paragraph(chart.says())),
            Markup.with(
                "div",
                "class=\"picture\" tabindex=\"0\" role=\"img\" aria-label=\""
                    + Markup.escape(label)
                    + "\"",
                picture),
            Markup.of(
                "details",
                Markup.of("summary", Markup.text("Values of this chart")),
                chart.table().markup()))
        .onItsOwnLine();
  }

  private static Markup section(String id, String title, Markup... content) {
    return Markup.with(
            "section",
            "id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"",
            Markup.with("h2", "id=\"" + id + "-title\"", Markup.text(title)),
            Markup.all(content))
        .onItsOwnLine();
  }
}
