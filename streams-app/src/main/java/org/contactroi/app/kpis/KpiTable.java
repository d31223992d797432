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
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Occupancy;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.Volume;

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
          figure("AHT", HandleTime.FAMILY, "aht"),
          figure("service level", ServiceLevel.FAMILY, "service_level"),
          figure("abandoned", ServiceLevel.FAMILY, "abandon_rate"),
          figure("ASA", ServiceLevel.FAMILY, "asa"),
          figure("contained", Containment.FAMILY, "containment_technical"),
          figure("settled", Containment.FAMILY, "containment_settled"),
          figure("FCR", FirstContactResolution.FAMILY, "fcr"),
          figure("repeats", FirstContactResolution.FAMILY, "repeat_rate"),
          new Column("interactions", Volume.FAMILY, KpiTable::interactions),
          figure("CSAT", Experience.FAMILY, "csat"),
          figure("NPS", Experience.FAMILY, "nps"),
          figure("conversion", Sales.FAMILY, "conversion"),
          figure("occupancy", Occupancy.FAMILY, "occupancy"));

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
    Figure figure = family.figure(name);
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
