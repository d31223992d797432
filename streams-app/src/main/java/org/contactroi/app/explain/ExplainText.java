package org.contactroi.app.explain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contactroi.app.explain.TotalExplanation.Wanted;
import org.contactroi.app.kpis.KpiTable;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Comparison;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.roi.amount.Fraction;

/** An explanation for reading: a table of rows, their sum beside what is published, a verdict. */
record ExplainText(TotalExplanation explanation, Wanted wanted) {

  /** An instant, UTC ms, by the clock of a zone. */
  static String time(long millis, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    addRows(lines);
    lines.add("");
    addTotals(lines);
    explanation.money().ifPresent(money -> lines.addAll(lines(money)));
    lines.add("");
    addVerdict(lines);
    return lines;
  }

  private String title() {
    TotalsKey key = explanation.question().key();
    Slice slice = key.slice();
    return "%s of '%s', %s, %s from %s to %s"
        .formatted(
            key.family().id(),
            key.tenant(),
            slice.values().isEmpty() ? slice.by() : slice.by() + " '" + slice.valueText() + "'",
            key.window().id(),
            time(key.start(), explanation.zone()),
            time(explanation.question().window().end(), explanation.zone()));
  }

  private void addRows(List<String> lines) {
    List<Row> shown = explanation.shown(wanted);
    long contributing = explanation.count(wanted);
    if (!shown.isEmpty()) {
      lines.addAll(new ExplainTable(explanation, wanted).lines(shown));
    }
    if (contributing > shown.size()) {
      lines.add("and %d more; --limit shows more".formatted(contributing - shown.size()));
    }
    String facts =
        explanation.findings().rows().size()
            + (explanation.areEpisodes() ? " episodes" : " interactions");
    lines.add(
        wanted.narrowed()
            ? "%d of the %s of this window contribute to %s".formatted(contributing, facts, names())
            : facts + " contribute to this window");
  }

  private String names() {
    return String.join(", ", wanted.aspects().stream().map(Aspect::name).toList());
  }

  private void addTotals(List<String> lines) {
    Comparison comparison = explanation.findings().comparison();
    lines.add(total("", "sum", "published", ""));
    Family family = comparison.sum().family();
    for (Figure figure : family.figures().stream().filter(family::isExplained).toList()) {
      lines.add(
          total(
              figure.name(),
              text(figure.from(comparison.sum())),
              text(figure.from(comparison.published())),
              KpiTable.text(figure.unit(), figure.from(comparison.published()))));
    }
    for (Aspect measure : Aspect.measures(comparison.sum().family())) {
      lines.add(
          total(
              measure.name(),
              measure.text(comparison.sum()),
              measure.text(comparison.published()),
              ""));
    }
    addUnexplained(lines);
  }

  private void addUnexplained(List<String> lines) {
    Family family = explanation.question().family();
    List<String> others =
        family.measures().stream()
            .filter(measure -> !family.isExplained(measure))
            .map(Measure::fieldName)
            .toList();
    if (!others.isEmpty()) {
      lines.add("not of these facts, and not compared: " + String.join(", ", others));
    }
  }

  private static List<String> lines(MoneyExplanation money) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(total(money.currency(), "sum", "published", "rounding"));
    for (String name : money.sum().names()) {
      lines.add(
          total(
              name,
              MoneyExplanation.text(money.sum().get(name)),
              MoneyExplanation.text(money.published(name).map(Fraction::of)),
              MoneyExplanation.text(money.rounding(name))));
    }
    if (!money.explanation().isEmpty()) {
      lines.add("");
      lines.add("the saving is from");
      money
          .explanation()
          .forEach((name, amount) -> lines.add(total(name, MoneyExplanation.text(amount), "", "")));
    }
    if (!money.isEqual()) {
      lines.add("amounts differ: prices may still be on their way");
    }
    return lines;
  }

  private static String text(Ratio ratio) {
    return ratio.numerator() + "/" + ratio.denominator();
  }

  private static String total(String name, String sum, String published, String value) {
    return String.format(Locale.ROOT, "%-26s  %24s  %24s  %12s", name, sum, published, value)
        .stripTrailing();
  }

  private void addVerdict(List<String> lines) {
    Comparison comparison = explanation.findings().comparison();
    if (comparison.isEqual()) {
      lines.add(
          "equal: the %d rows add up to what is published"
              .formatted(explanation.findings().rows().size()));
      return;
    }
    Totals difference = comparison.difference();
    for (Measure measure : comparison.differing()) {
      Aspect aspect = new Aspect.OfMeasure(measure);
      lines.add(
          "differs: %s: sum %s, published %s, difference %s"
              .formatted(
                  aspect.name(),
                  aspect.text(comparison.sum()),
                  aspect.text(comparison.published()),
                  aspect.text(difference)));
    }
    lines.add(
        (explanation.findings().moving()
                ? "the window is moving: it changed while it was read"
                : "it may be that the topology is still working: ask again when it has come to rest")
            + "; '%s' has come to %s"
                .formatted(explanation.question().key().tenant(), explanation.watermark()));
  }
}
