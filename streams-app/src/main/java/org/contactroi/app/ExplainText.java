package org.contactroi.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.contactroi.app.Explanation.Wanted;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Comparison;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;

/** An explanation for reading: a table of rows, their sum beside what is published, a verdict. */
final class ExplainText {

  private static final String GAP = "  ";

  private final Explanation explanation;
  private final Wanted wanted;

  ExplainText(Explanation explanation, Wanted wanted) {
    this.explanation = explanation;
    this.wanted = wanted;
  }

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
    lines.add("");
    addVerdict(lines);
    return lines;
  }

  private String title() {
    TotalsKey key = explanation.question().key();
    return "%s of '%s', %s %s, %s from %s to %s"
        .formatted(
            key.family().id(),
            key.tenant(),
            key.slice().by(),
            key.slice().values().isEmpty() ? "" : "'" + key.slice().valueText() + "'",
            key.window().id(),
            time(key.start(), explanation.zone()),
            time(explanation.question().window().end(), explanation.zone()))
        .replace(" ,", ",");
  }

  /** A column: of a width that shows every cell, negative for text, which begins on the left. */
  private record Column(String title, boolean isText, Function<Row, String> cell) {}

  private void addRows(List<String> lines) {
    List<Row> shown = explanation.shown(wanted);
    if (!shown.isEmpty()) {
      List<Column> columns = columns();
      int[] widths = columns.stream().mapToInt(column -> width(column, shown)).toArray();
      lines.add(line(columns, widths, Column::title));
      shown.forEach(row -> lines.add(line(columns, widths, column -> column.cell().apply(row))));
    }
    long contributing = explanation.rows().count(wanted::isIn);
    if (contributing > shown.size()) {
      lines.add("and %d more; --limit shows more".formatted(contributing - shown.size()));
    }
    lines.add(
        "%d of the %d %s of this window %s"
            .formatted(
                contributing,
                explanation.rows().size(),
                areEpisodes() ? "episodes" : "interactions",
                "contribute to " + names()));
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("start", true, row -> time(row.start(), explanation.zone())));
    columns.add(new Column("end", true, row -> time(row.end(), explanation.zone())));
    columns.add(new Column(areEpisodes() ? "episode" : "interaction", true, Row::id));
    if (areEpisodes()) {
      columns.add(new Column("interactions", false, row -> Integer.toString(row.interactions())));
    }
    columns.add(new Column("channel", true, Row::channel));
    columns.add(new Column("queue", true, Row::queue));
    columns.add(new Column("issue", true, Row::issue));
    columns.add(new Column("handled by", true, Row::handledBy));
    for (Aspect aspect : wanted.aspects()) {
      if (aspect.isIn(explanation.comparison().sum())) {
        columns.add(
            new Column(
                aspect.name(),
                false,
                row -> aspect.isIn(row.totals()) ? aspect.text(row.totals()) : "-"));
      }
    }
    return columns;
  }

  private boolean areEpisodes() {
    return explanation.question().family().waitsForEpisodes();
  }

  private String names() {
    return String.join(", ", wanted.aspects().stream().map(Aspect::name).toList());
  }

  private static int width(Column column, List<Row> rows) {
    int longest = rows.stream().mapToInt(row -> column.cell().apply(row).length()).max().orElse(0);
    int width = Math.max(longest, column.title().length());
    return column.isText() ? -width : width;
  }

  private static String line(List<Column> columns, int[] widths, Function<Column, String> cell) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : GAP)
          .append(String.format(Locale.ROOT, "%" + widths[i] + "s", cell.apply(columns.get(i))));
    }
    return line.toString().stripTrailing();
  }

  private void addTotals(List<String> lines) {
    Comparison comparison = explanation.comparison();
    lines.add(total("", "sum", "published", ""));
    for (Figure figure : Figure.of(comparison.sum().family())) {
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
  }

  private static String text(Ratio ratio) {
    return ratio.numerator() + "/" + ratio.denominator();
  }

  private static String total(String name, String sum, String published, String value) {
    return String.format(Locale.ROOT, "%-26s  %24s  %24s  %12s", name, sum, published, value)
        .stripTrailing();
  }

  private void addVerdict(List<String> lines) {
    Comparison comparison = explanation.comparison();
    if (comparison.isEqual()) {
      lines.add(
          "equal: the %d rows add up to what is published".formatted(explanation.rows().size()));
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
        (explanation.moving()
                ? "the window is moving: it changed while it was read"
                : "it may be that the topology is still working: ask again when it has come to rest")
            + "; '%s' has come to %s"
                .formatted(explanation.question().key().tenant(), explanation.watermark()));
  }
}
