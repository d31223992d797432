package org.contactroi.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Series of values over the same labels.
 *
 * @param title what is shown
 * @param says how it is to be read, in a sentence or two
 * @param unit of all values, as it stands at the axis
 * @param over what the labels are, for instance a day
 * @param labels of the values, in order
 * @param partial places of labels whose values are not of a whole step
 * @param mark a label that is marked, and why; null for none
 */
record Chart(
    String title,
    String says,
    String unit,
    String over,
    List<String> labels,
    List<Series> series,
    Set<Integer> partial,
    @Nullable Mark mark) {

  /** How a series is drawn. */
  enum Shape {
    LINE,
    STACK
  }

  /**
   * Values, null where there is none.
   *
   * @param ink colour and pattern, so that series differ without colours as well
   */
  record Series(String name, Shape shape, Ink ink, List<@Nullable BigDecimal> values) {

    Series {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    boolean isEmpty() {
      return values.stream().allMatch(value -> value == null || value.signum() == 0);
    }
  }

  /** A label by its place, and what it stands for. */
  record Mark(int place, String text) {}

  Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    partial = Set.copyOf(partial);
  }

  /** What is drawn, as a table. */
  Table table() {
    Table table = new Table(title + ", " + unit).words(over);
    series.forEach(each -> table.numbers(each.name()));
    for (int place = 0; place < labels.size(); place++) {
      List<Markup> row =
          new ArrayList<>(List.of(Markup.text(labels.get(place).replace("\n", ", "))));
      for (Series each : series) {
        BigDecimal value = each.values().get(place);
        row.add(Markup.text(value == null ? "undefined" : PageText.number(value)));
      }
      table.row(row.toArray(Markup[]::new));
    }
    return table;
  }
}
