package org.contactroi.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.kpi.Sha256;

/** The report as one HTML page that needs nothing else. */
public final class Page {

  private static final String STYLE = "/org/contactroi/report/report.css";
  private static final String DEFINITIONS = "/org/contactroi/report/definitions.html";

  private static final String FIGURES = "contact-roi-figures";
  private static final Pattern WRITTEN_FIGURES =
      Pattern.compile("<meta name=\"" + FIGURES + "\" content=\"([0-9a-f]{64})\">");

  private Page() {}

  /** The page of some facts; equal facts make equal pages. */
  public static String of(Facts facts) {
    return of(facts, Drawing::of);
  }

  /** A page that may be written anew when its figures change. */
  public static String of(Facts facts, int revision) {
    String figures = "\n<meta name=\"" + FIGURES + "\" content=\"" + figures(facts) + "\">";
    return html(facts, new Markup(figures), revision, Drawing::of);
  }

  /** What tells pages with other figures apart; it does not depend on when they are written. */
  public static String figures(Facts facts) {
    String page = html(facts.timeless(), Markup.NOTHING, 0, Page::undrawn);
    return HexFormat.of().formatHex(Sha256.of(page.getBytes(UTF_8)));
  }

  /** The same of a page as it was written; empty if it has none. */
  public static Optional<String> figures(String page) {
    Matcher figures = WRITTEN_FIGURES.matcher(page);
    return figures.find() ? Optional.of(figures.group(1)) : Optional.empty();
  }

  /** The page with charts drawn in some way. */
  static String of(Facts facts, Function<List<Chart>, List<Markup>> drawing) {
    return html(facts, Markup.NOTHING, 0, drawing);
  }

  private static String html(
      Facts facts, Markup meta, int revision, Function<List<Chart>, List<Markup>> drawing) {
    return document(
        "Return on investment: " + facts.subject().tenant(), meta, body(facts, revision, drawing));
  }

  /** A page with a title. */
  static String document(String title, Markup body) {
    return document(title, Markup.NOTHING, body);
  }

  private static String document(String title, Markup meta, Markup body) {
    return "<!doctype html>\n"
        + Markup.with("html", "lang=\"en\"", head(title, meta), Markup.of("body", body)).html()
        + "\n";
  }

  /** Their values are in tables beside them. */
  private static List<Markup> undrawn(List<Chart> charts) {
    return Collections.nCopies(charts.size(), Markup.NOTHING);
  }

  private static Markup head(String title, Markup meta) {
    return Markup.of(
        "head",
        meta,
        new Markup(
            "\n<meta charset=\"utf-8\">"
                + "\n<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">"
                + "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"),
        Markup.of("title", Markup.text(title)),
        Markup.of("style", new Markup(PageFile.text(STYLE))));
  }

  private static Markup body(
      Facts facts, int revision, Function<List<Chart>, List<Markup>> drawing) {
    Sections sections = new Sections(facts);
    BasisSection basis = new BasisSection(facts);
    return Markup.of(
        "main",
        Headline.of(facts, revision),
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

  /** A section with its title. */
  static Markup section(String id, String title, Markup... content) {
    return Markup.with(
            "section",
            "id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"",
            Markup.with("h2", "id=\"" + id + "-title\"", Markup.text(title)),
            Markup.all(content))
        .onItsOwnLine();
  }
}
