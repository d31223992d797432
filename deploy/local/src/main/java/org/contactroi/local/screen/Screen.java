package org.contactroi.local.screen;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The one screen of a demonstration: the return, what it comes from, the queues of the day, what is
 * open now, and where to look further. Equal content makes equal lines.
 *
 * @param title what is shown and how fast
 */
public record Screen(ScreenWords words, String title) {

  private static final int MARGIN = 2;

  /** Columns that a name takes, at least. */
  private static final int NAMES = 10;

  /**
   * The lines, none wider than the terminal but words that are.
   *
   * @param links by the name of each; commands of the shell are broken where they are long
   * @param width columns of the terminal
   */
  public List<String> lines(Glance glance, Map<String, String> links, int width) {
    List<String> lines = new ArrayList<>(List.of(title, ""));
    lines.addAll(figures(new ReturnLines(words, glance).lines()));
    lines.add("");
    lines.addAll(today(glance, width));
    lines.add("");
    lines.add(new OpenLine(words, glance.reached().zone()).of(glance.open()));
    lines.add("");
    List<String> fitting =
        new ArrayList<>(lines.stream().map(line -> ScreenText.cut(line, width)).toList());
    fitting.addAll(links(links, width));
    return fitting;
  }

  private static List<String> figures(List<ReturnLines.Line> figures) {
    int names = width(figures, ReturnLines.Line::name);
    int values = width(figures, ReturnLines.Line::value);
    return figures.stream()
        .map(
            line ->
                (ScreenText.left(line.name(), names)
                        + ScreenText.left(line.value(), values)
                        + line.note())
                    .stripTrailing())
        .toList();
  }

  private static int width(
      List<ReturnLines.Line> figures, Function<ReturnLines.Line, String> part) {
    return MARGIN + figures.stream().map(part).mapToInt(ScreenText::width).max().orElse(0);
  }

  private List<String> today(Glance glance, int width) {
    ZonedDateTime now = glance.reached().time().atZone(glance.reached().zone());
    LocalTime minute = now.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    List<String> lines = new ArrayList<>();
    lines.add(words.of("today", now.toLocalDate(), minute));
    lines.addAll(new QueueLines(words, width).of(glance.today()));
    return lines;
  }

  /** The links, a command in as many lines as it takes. */
  private List<String> links(Map<String, String> links, int width) {
    List<String> lines = new ArrayList<>();
    links.forEach(
        (name, link) -> {
          String label = words.of(name);
          int names = Math.max(NAMES, ScreenText.width(label)) + 1;
          for (String part : ScreenText.command(link, width - names)) {
            lines.add(ScreenText.left(label, names) + part);
            label = "";
          }
        });
    return lines;
  }
}
