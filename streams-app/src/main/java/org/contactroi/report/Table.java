package org.contactroi.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table: the first cell of a row names it, columns of numbers are aligned to the right. */
final class Table {

  private static final String HEADER = "th";
  private static final String CELL = "td";

  private final String caption;
  private final List<String> heads = new ArrayList<>();
  private final List<Boolean> numeric = new ArrayList<>();
  private final List<Markup> rows = new ArrayList<>();

  Table(String caption) {
    this.caption = caption;
  }

  /** Adds columns of words. */
  Table words(String... names) {
    return columns(false, names);
  }

  /** Adds columns of numbers. */
  Table numbers(String... names) {
    return columns(true, names);
  }

  /** Adds a row. */
  Table row(Markup... cells) {
    return row("", cells);
  }

  /** Adds a row that sums those before. */
  Table sum(Markup... cells) {
    return row("sum", cells);
  }

  /** Adds a title over the rows that follow. */
  Table group(String title) {
    rows.add(
        Markup.styled(
                "tr",
                "group",
                Markup.with(
                    HEADER, "scope=\"rowgroup\" colspan=\"" + heads.size() + "\"", text(title)))
            .onItsOwnLine());
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Markup markup() {
    List<Markup> titles = new ArrayList<>();
    for (int column = 0; column < heads.size(); column++) {
      titles.add(Markup.with(HEADER, "scope=\"col\"" + align(column), text(heads.get(column))));
    }
    Markup head = Markup.of("thead", Markup.of("tr", titles.toArray(Markup[]::new)));
    Markup body = Markup.of("tbody", rows.toArray(Markup[]::new));
    Markup table = Markup.of("table", Markup.of("caption", text(caption)), head, body);
    return Markup.with("div", "class=\"wide\" tabindex=\"0\"", table).onItsOwnLine();
  }

  private Table columns(boolean areNumeric, String... names) {
    for (String name : names) {
      heads.add(name);
      numeric.add(areNumeric);
    }
    return this;
  }

  /** Adds a row with a style, which may be empty. */
  Table row(String style, Markup... cells) {
    if (cells.length != heads.size()) {
      throw new IllegalArgumentException(
          "a row of '%s' has %d cells: %s"
              .formatted(caption, cells.length, Arrays.toString(cells)));
    }
    List<Markup> row = new ArrayList<>();
    row.add(Markup.with(HEADER, "scope=\"row\"" + align(0), cells[0]));
    for (int column = 1; column < cells.length; column++) {
      row.add(new Markup("<" + CELL + align(column) + ">" + cells[column].html() + "</td>"));
    }
    Markup[] all = row.toArray(Markup[]::new);
    rows.add(
        (style.isEmpty() ? Markup.of("tr", all) : Markup.styled("tr", style, all)).onItsOwnLine());
    return this;
  }

  private String align(int column) {
    return numeric.get(column) ? " class=\"number\"" : "";
  }

  private static Markup text(String text) {
    return Markup.text(text);
  }
}
