package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.contactroi.app.explain.TotalExplanation.Wanted;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Row;
import org.contactroi.report.TextTable;

/** Rows one below the other, in columns as wide as what stands in them. */
final class ExplainTable {

  private static final String NOTHING = "-";

  private final TotalExplanation explanation;
  private final List<Column> columns = new ArrayList<>();

  /** A table with a column for each wanted aspect that any row of the window has. */
  ExplainTable(TotalExplanation explanation, Wanted wanted) {
    this.explanation = explanation;
    addFact();
    wanted.aspects().stream()
        .filter(aspect -> aspect.isIn(explanation.findings().comparison().sum()))
        .forEach(this::add);
    explanation.money().ifPresent(this::add);
  }

  /** Text begins on the left, numbers end on the right. */
  private record Column(String title, boolean isText, Function<Row, String> cell) {}

  /** A line of titles and one for each row. */
  List<String> lines(List<Row> rows) {
    TextTable table = new TextTable(column -> columns.get(column).isText());
    table.add(columns.stream().map(Column::title).toList());
    rows.forEach(
        row -> table.add(columns.stream().map(column -> column.cell().apply(row)).toList()));
    return table.lines();
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
}
