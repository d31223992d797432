package org.contactroi.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contactroi.benchmarks.topic.Written;

/**
 * What was measured.
 *
 * @param programs in the order of a round
 */
record Report(
    BenchPlan plan, Published published, List<Title> programs, List<Measurement> measurements) {

  private static final double TELLING_SHARE = 0.005;

  /** What a program is called. */
  record Title(BenchPlan.Letter letter, String text) {}

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    programs.forEach(each -> lines.add(each.letter().lower() + "  " + each.text()));
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.addAll(ratios());
    lines.addAll(figures());
    for (Title program : programs) {
      lines.addAll(topics(program.letter()));
    }
    return lines;
  }

  /** Everything, for machines. */
  ObjectNode json() {
    return new ReportJson(this).document();
  }

  List<Column> columns() {
    return Column.all(published.interactions());
  }

  List<Measurement> of(BenchPlan.Letter letter) {
    return measurements.stream().filter(each -> each.letter() == letter).toList();
  }

  private List<String> table() {
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of("", "round"));
    columns().forEach(column -> head.add(column.title()));
    table.add(head);
    for (Title program : programs) {
      List<Measurement> rounds = of(program.letter());
      for (Measurement round : rounds) {
        table.add(
            row(program, Integer.toString(round.round()), column -> column.value().apply(round)));
      }
      table.add(row(program, "median", column -> column.median(rounds)));
    }
    return table.lines();
  }

  private interface Cell {
    Optional<Double> of(Column column);
  }

  private List<String> row(Title program, String round, Cell cell) {
    List<String> row = new ArrayList<>(List.of(program.letter().lower(), round));
    columns().forEach(column -> row.add(column.text(cell.of(column))));
    return row;
  }

  private List<String> ratios() {
    return Ratio.all(this).stream().map(Ratio::line).toList();
  }

  /** Sums of the figures of the last round, of all programs that have some. */
  private List<String> figures() {
    TextTable table = new TextTable();
    table.add(List.of("figures", "handled legs", "handle ms", "bot sessions", "handed off"));
    List<Measurement> last =
        measurements.stream()
            .filter(each -> each.round() == plan.rounds() && each.written().isPresent())
            .toList();
    for (Measurement each : last) {
      table.add(row(each.letter().lower(), each.written().orElseThrow().figures()));
    }
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines());
    boolean isEqual =
        last.stream().map(each -> each.written().orElseThrow().figures()).distinct().count() <= 1;
    lines.add(isEqual ? "all equal" : "NOT EQUAL");
    return last.isEmpty() ? List.of() : lines;
  }

  private static List<String> row(String name, Figures figures) {
    return Stream.concat(
            Stream.of(name),
            Stream.of(
                    figures.handledLegs(),
                    figures.handleMs(),
                    figures.sessions(),
                    figures.handedOff())
                .map(number -> String.format(Locale.ROOT, "%,d", number)))
        .toList();
  }

  /** What a program wrote in its last round; topics with little are left out. */
  private List<String> topics(BenchPlan.Letter letter) {
    List<Measurement> rounds = of(letter);
    Measurement last = rounds.get(rounds.size() - 1);
    if (last.written().isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable();
    table.add(List.of(letter.lower() + " writes to", "records/event", "bytes/event"));
    last.written().get().traffic().byTopic().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Written::bytes).reversed()))
        .filter(
            topic ->
                last.perEvent(topic.getValue().records()) >= TELLING_SHARE
                    || last.perEvent(topic.getValue().bytes()) >= 1)
        .forEach(topic -> table.add(row(last, topic.getKey(), topic.getValue())));
    List<String> lines = new ArrayList<>(List.of(""));
    lines.addAll(table.lines());
    return lines;
  }

  private static List<String> row(Measurement of, String topic, Written written) {
    return List.of(
        topic,
        String.format(Locale.ROOT, "%.3f", of.perEvent(written.records())),
        String.format(Locale.ROOT, "%.0f", of.perEvent(written.bytes())));
  }
}
