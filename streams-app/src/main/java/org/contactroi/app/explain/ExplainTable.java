package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.contactroi.app.explain.Explanation.Wanted;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Row;

/** Rows one below the other, in columns as wide as what stands in them. */
final class ExplainTable {

  private static final String GAP = "  ";
  private static final String NOTHING = "-";

  private final Explanation explanation;
  private final List<Column> columns = new ArrayList<>();

  /** A table with a column for each wanted aspect that any row of the window has. */
  ExplainTable(Explanation explanation, Wanted wanted) {
    this.explanation = explanation;
    addFact();
    wanted.aspects().stream()
        .filter(aspect -> aspect.isIn(explanation.findings().comparison().sum()))
        .forEach(this::add);
    explanation.money().ifPresent(this::add);
  }

  /** Text begins on the left, numbers end on the right. */
  private record Column(String title, boolean isText, Function<Row, String> cell) {

    /** How a cell is formatted, wide enough for the title and every row. */
    String format(List<Row> rows) {
      int width = title.length();
      for (Row row : rows) {
        width = Math.max(width, cell.apply(row).length());
      }
      return "%" + (isText ? -width : width) + "s";
    }
  }

  /** A line of titles and one for each row. */
  List<String> lines(List<Row> rows) {
    List<String> formats = columns.stream().map(column -> column.format(rows)).toList();
    List<String> lines = new ArrayList<>();
    lines.add(line(formats, Column::title));
    rows.forEach(row -> lines.add(line(formats, column -> column.cell().apply(row))));
    return lines;
  }

  private void addFact() {
    boolean areEpisodes = explanation.areEpisodes();
    addText("start", row -> ExplainText.time(row.start(), explanation.zone()));
    addText("end", row -> ExplainText.time(row.end(), explanation.zone()));
    addText(areEpisodes ? "episode" : "interaction", Row::id);
    if (areEpisodes) {
      columns.add(new Column("interactions", false, row -> Integer.toString(row.interactions())));
    }
    addText("channel", Row::channel);
    addText("queue", Row::queue);
    addText("issue", Row::issue);
    addText("handled by", Row::handledBy);
  }

  private void add(MoneyExplanation money) {
    for (String name : money.sum().names()) {
      columns.add(
          new Column(
              name + " " + money.currency(),
              false,
              row -> MoneyExplanation.text(money.of(row).get(name))));
    }
  }

  private void addText(String title, Function<Row, String> cell) {
    columns.add(new Column(title, true, cell));
  }

  private void add(Aspect aspect) {
    columns.add(
        new Column(
            aspect.name(),
            false,
            row -> aspect.isIn(row.totals()) ? aspect.text(row.totals()) : NOTHING));
  }

  private String line(List<String> formats, Function<Column, String> cell) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < formats.size(); i++) {
      cells.add(String.format(Locale.ROOT, formats.get(i), cell.apply(columns.get(i))));
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
