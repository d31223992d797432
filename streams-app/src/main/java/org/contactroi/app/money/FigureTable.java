package org.contactroi.app.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of a title and figures, in columns as wide as what stands in them. */
final class FigureTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; the first one is that of the titles. */
  void add(String title, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(title);
    row.addAll(cells);
    rows.add(row);
  }

  /** The rows: titles begin on the left, figures end on the right. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.size(); column++) {
        int width = width(column);
        cells.add(
            String.format(
                Locale.ROOT, "%" + (column == 0 ? -width : width) + "s", row.get(column)));
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    return lines;
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> Math.max(1, row.get(column).length()))
        .max()
        .orElse(1);
  }
}
