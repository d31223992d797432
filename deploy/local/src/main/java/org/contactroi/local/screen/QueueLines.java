package org.contactroi.local.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.contactroi.app.kpis.KpiTable;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.ServiceLevel;
import org.contactroi.kpi.family.Volume;

/**
 * The figures of queues on the screen, a row each. Columns that do not fit are left out from the
 * right.
 */
final class QueueLines {

  private static final int NAME_WIDTH = 12;
  private static final int COLUMN_WIDTH = 10;
  private static final String GAP = "  ";
  private static final int MILLIS_PER_SECOND = 1_000;
  private static final int LONG_SECONDS = 300;
  private static final int LONG_MINUTES = 120;

  private record Column(String name, Function<Map<Family, Totals>, String> cell) {}

  private static final List<Column> COLUMNS =
      List.of(
          new Column("contacts", QueueLines::contacts),
          figure("service-level", ServiceLevel.FAMILY, "service_level"),
          figure("abandoned", ServiceLevel.FAMILY, "abandon_rate"),
          figure("asa", ServiceLevel.FAMILY, "asa"),
          figure("aht", HandleTime.FAMILY, "aht"),
          figure("contained", Containment.FAMILY, "containment_technical"),
          figure("fcr", FirstContactResolution.FAMILY, "fcr"));

  private final ScreenWords words;
  private final List<Column> columns = new ArrayList<>();

  /**
   * @param width columns of the terminal
   */
  QueueLines(ScreenWords words, int width) {
    this.words = words;
    int used = NAME_WIDTH;
    for (Column column : COLUMNS) {
      used += GAP.length() + width(column);
      if (used > width) {
        break;
      }
      columns.add(column);
    }
  }

  /** The titles, then a row each. */
  List<String> of(Map<String, Map<Family, Totals>> byQueue) {
    List<String> lines = new ArrayList<>();
    lines.add(line(words.of("queue"), column -> words.of(column.name())));
    byQueue.forEach(
        (queue, totals) -> lines.add(line(queue, column -> column.cell().apply(totals))));
    return lines;
  }

  private String line(String name, Function<Column, String> cell) {
    StringBuilder line =
        new StringBuilder(ScreenText.left(ScreenText.cut(name, NAME_WIDTH), NAME_WIDTH));
    for (Column column : columns) {
      line.append(GAP).append(ScreenText.right(cell.apply(column), width(column)));
    }
    return line.toString().stripTrailing();
  }

  private int width(Column column) {
    return Math.max(COLUMN_WIDTH, ScreenText.width(words.of(column.name())));
  }

  private static Column figure(String name, Family family, String of) {
    Figure figure = family.figure(of);
    return new Column(
        name,
        totals ->
            text(figure.unit(), figure.from(totals.getOrDefault(family, Totals.zero(family)))));
  }

  /** Long times in minutes and hours, since those of letters stand beside those of calls. */
  private static String text(Figure.Unit unit, Ratio ratio) {
    if (unit != Figure.Unit.MILLISECONDS || !ratio.isDefined()) {
      return KpiTable.text(unit, ratio);
    }
    double seconds = (double) ratio.numerator() / ratio.denominator() / MILLIS_PER_SECOND;
    if (seconds < LONG_SECONDS) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    double minutes = seconds / 60;
    return minutes < LONG_MINUTES
        ? String.format(Locale.ROOT, "%.1f min", minutes)
        : String.format(Locale.ROOT, "%.1f h", minutes / 60);
  }

  private static String contacts(Map<Family, Totals> totals) {
    Totals volume = totals.getOrDefault(Volume.FAMILY, Totals.zero(Volume.FAMILY));
    return Long.toString(volume.get(Volume.INBOUND) + volume.get(Volume.OUTBOUND));
  }
}
