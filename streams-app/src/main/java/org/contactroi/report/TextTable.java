package org.contactroi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** Rows in columns as wide as what stands in them: words begin on the left, figures end right. */
public final class TextTable {

  private static final String GAP = "  ";

  private final IntPredicate isWords;
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  /** A table whose first column is words. */
  public TextTable() {
    this(column -> column == 0);
  }

  /** A table of which some columns are words. */
  public TextTable(IntPredicate isWords) {
    this.isWords = isWords;
  }

  /** Adds a row; the first one is that of the titles. */
  public void add(String title, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(title);
    row.addAll(cells);
    add(row);
  }

  /** Adds a row; the first one is that of the titles. */
  public void add(List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      if (column == widths.size()) {
        widths.add(1);
      }
      widths.set(column, Math.max(widths.get(column), row.get(column).length()));
    }
    rows.add(row);
  }

  /** The rows. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    List<String> cells = new ArrayList<>();
    for (int column = 0; column < row.size(); column++) {
      int width = widths.get(column);
      String format = "%" + (isWords.test(column) ? -width : width) + "s";
      cells.add(String.format(Locale.ROOT, format, row.get(column)));
    }
    return String.join(GAP, cells).stripTrailing();
  }
}
