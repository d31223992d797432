package org.contactroi.app.kpis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Volume;

/**
 * The most important figures, one row per value of a slice, fitted to the width of a terminal: long
 * values are cut, then columns left out from the right. Undefined is a dash.
 */
public final class KpiTable {

  private static final int MIN_VALUE_WIDTH = 8;
  private static final String GAP = "  ";
  private static final String UNDEFINED = "-";

  private static final List<Column> COLUMNS =
      List.of(
          figure("AHT", Family.HANDLE_TIME, "aht"),
          figure("service level", Family.SERVICE_LEVEL, "service_level"),
          figure("abandoned", Family.SERVICE_LEVEL, "abandon_rate"),
          figure("ASA", Family.SERVICE_LEVEL, "asa"),
          figure("contained", Family.CONTAINMENT, "containment_technical"),
          figure("settled", Family.CONTAINMENT, "containment_settled"),
          figure("FCR", Family.FIRST_CONTACT_RESOLUTION, "fcr"),
          figure("repeats", Family.FIRST_CONTACT_RESOLUTION, "repeat_rate"),
          new Column("interactions", Family.VOLUME, KpiTable::interactions),
          figure("CSAT", Family.EXPERIENCE, "csat"),
          figure("NPS", Family.EXPERIENCE, "nps"),
          figure("conversion", Family.SALES, "conversion"),
          figure("occupancy", Family.OCCUPANCY, "occupancy"));

  private final String valueTitle;
  private final int width;

  /**
   * A table.
   *
   * @param valueTitle title of the first column, for instance the slice
   * @param width characters of a line, at least 20
   */
  public KpiTable(String valueTitle, int width) {
    if (width < 20) {
      throw new IllegalArgumentException("a table needs 20 characters, got " + width);
    }
    this.valueTitle = valueTitle;
    this.width = width;
  }

  /** The lines of the table, the title first. */
  public List<String> lines(SortedMap<String, Map<Family, Totals>> byValue) {
    List<Column> columns = columns();
    int valueWidth = valueWidth(byValue, columns);
    List<String> lines = new ArrayList<>();
    lines.add(line(valueTitle, valueWidth, columns, Column::title));
    byValue.forEach(
        (value, totals) ->
            lines.add(line(value, valueWidth, columns, column -> column.cell(totals))));
    return lines;
  }

  /** A ratio as people read it, for instance {@code 54.74 %} or {@code 183.45 s}. */
  public static String text(Figure.Unit unit, Ratio ratio) {
    if (!ratio.isDefined()) {
      return UNDEFINED;
    }
    double value = (double) ratio.numerator() / ratio.denominator();
    return switch (unit) {
      case MILLISECONDS -> String.format(Locale.ROOT, "%.2f s", value / 1_000);
      case SHARE -> String.format(Locale.ROOT, "%.2f %%", value * 100);
      case POINTS -> String.format(Locale.ROOT, "%.1f", value);
      case COUNT -> String.format(Locale.ROOT, "%.3f", value);
    };
  }

  private List<Column> columns() {
    int used = MIN_VALUE_WIDTH;
    List<Column> fitting = new ArrayList<>();
    for (Column column : COLUMNS) {
      used += GAP.length() + column.width();
      if (used > width) {
        break;
      }
      fitting.add(column);
    }
    return fitting;
  }

  private int valueWidth(SortedMap<String, ?> byValue, List<Column> columns) {
    int left = width - columns.stream().mapToInt(column -> GAP.length() + column.width()).sum();
    int longest = byValue.keySet().stream().mapToInt(String::length).max().orElse(MIN_VALUE_WIDTH);
    return Math.min(left, Math.max(longest, Math.max(MIN_VALUE_WIDTH, valueTitle.length())));
  }

  private static String line(
      String value, int valueWidth, List<Column> columns, Function<Column, String> cell) {
    StringBuilder line = new StringBuilder(pad(cut(value, valueWidth), -valueWidth));
    for (Column column : columns) {
      line.append(GAP).append(pad(cell.apply(column), column.width()));
    }
    return line.toString().stripTrailing();
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /** Right aligned to a width, or left aligned when it is negative. */
  private static String pad(String text, int width) {
    return String.format(Locale.ROOT, "%" + width + "s", text);
  }

  private static Column figure(String title, Family family, String name) {
    Figure figure =
        Figure.of(family).stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return new Column(title, family, totals -> text(figure.unit(), figure.from(totals)));
  }

  private static String interactions(Totals totals) {
    return Long.toString(totals.get(Volume.INBOUND) + totals.get(Volume.OUTBOUND));
  }

  private record Column(String title, Family family, Function<Totals, String> format) {

    private static final int MIN_WIDTH = 9;

    int width() {
      return Math.max(MIN_WIDTH, title.length());
    }

    String cell(Map<Family, Totals> byFamily) {
      Totals totals = byFamily.get(family);
      return totals == null ? UNDEFINED : format.apply(totals);
    }
  }
}
