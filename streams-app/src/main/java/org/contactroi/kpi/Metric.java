package org.contactroi.kpi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A gauge of a family, or several of one name that differ by their labels. Immutable. */
public final class Metric {

  private static final long MS_PER_SECOND = 1_000;
  private static final long MICROS_PER_UNIT = 1_000_000;

  private final String name;
  private final String help;
  private final long unitsPerBase;
  private final List<Row> rows;

  /**
   * What one gauge shows.
   *
   * @param labels names and values in turn, which tell it from others of the metric; a value may be
   *     empty, which Prometheus reads as absent
   * @param ratio undefined if there is nothing to show
   * @param unitsPerBase what the ratio is divided by to be in the base unit
   */
  public record Value(List<String> labels, Ratio ratio, long unitsPerBase) {}

  /** Where values come from. */
  private interface Row {
    List<Value> values(Totals totals);

    /** Names and values in turn; a value is empty if it is any. */
    List<String> labels();

    default void requireFiguresOf(Family family) {}
  }

  private record OfFigure(String figure, List<String> labels) implements Row {
    @Override
    public List<Value> values(Totals totals) {
      Figure found = totals.family().figure(figure);
      long scale = found.unit() == Figure.Unit.MILLISECONDS ? MS_PER_SECOND : 1;
      return List.of(new Value(labels, found.from(totals), scale));
    }

    @Override
    public void requireFiguresOf(Family family) {
      family.figure(figure);
    }
  }

  private record OfNumber(Function<Totals, Long> number, List<String> labels, long unitsPerBase)
      implements Row {
    @Override
    public List<Value> values(Totals totals) {
      return List.of(new Value(labels, new Ratio(number.apply(totals), 1), unitsPerBase));
    }
  }

  private record OfLines(Lines lines, long unitsPerBase) implements Row {
    @Override
    public List<String> labels() {
      List<String> labels = new ArrayList<>(lines.own());
      lines.labels().keySet().stream().sorted().forEach(label -> labels.addAll(List.of(label, "")));
      return labels;
    }

    @Override
    public List<Value> values(Totals totals) {
      List<Value> values = new ArrayList<>();
      lines
          .sums(totals)
          .forEach((labels, sum) -> values.add(new Value(labels, new Ratio(sum, 1), unitsPerBase)));
      return values;
    }
  }

  /**
   * Lines of a breakdown, of which those are added that share the labels.
   *
   * @param own labels of all of them, names and values in turn
   * @param labels by name the part of the key that is its value; only such as have few values
   */
  public record Lines(
      Measure measure,
      Quantity quantity,
      Predicate<Breakdown.Line> wanted,
      List<String> own,
      Map<String, String> labels) {

    private Map<List<String>, Long> sums(Totals totals) {
      Map<List<String>, Long> sums = new LinkedHashMap<>();
      for (Breakdown.Line line : totals.breakdown(measure).lines()) {
        if (wanted.test(line)) {
          sums.merge(labels(line), line.get(quantity), Math::addExact);
        }
      }
      return sums;
    }

    private List<String> labels(Breakdown.Line line) {
      List<String> all = new ArrayList<>(own);
      labels.forEach(
          (label, part) -> {
            all.add(label);
            all.add(line.key().get(measure.shape().keyParts().indexOf(part)));
          });
      return all;
    }
  }

  private Metric(String name, String help, long unitsPerBase, List<Row> rows) {
    this.name = name;
    this.help = help;
    this.unitsPerBase = unitsPerBase;
    this.rows = rows;
  }

  /**
   * A metric without gauges.
   *
   * @param name in base units
   * @param help one sentence
   */
  public static Metric of(String name, String help) {
    return new Metric(name, help, 1, List.of());
  }

  /** One whose measures are milliseconds. */
  public static Metric ofSeconds(String name, String help) {
    return new Metric(name, help, MS_PER_SECOND, List.of());
  }

  /** One whose measures are millionths of a currency's unit. */
  public static Metric ofAmounts(String name, String help) {
    return new Metric(name, help, MICROS_PER_UNIT, List.of());
  }

  /**
   * With a figure, which knows its own unit.
   *
   * @param labels names and values in turn
   */
  public Metric figure(String figure, String... labels) {
    return with(new OfFigure(figure, List.of(labels)));
  }

  /**
   * With a scalar.
   *
   * @param labels names and values in turn
   */
  public Metric scalar(Measure measure, String... labels) {
    return with(new OfNumber(totals -> totals.get(measure), List.of(labels), unitsPerBase));
  }

  /**
   * With the sum of a quantity over a breakdown.
   *
   * @param labels names and values in turn
   */
  public Metric total(Measure measure, Quantity quantity, String... labels) {
    return with(
        new OfNumber(
            totals -> totals.breakdown(measure).total(quantity), List.of(labels), unitsPerBase));
  }

  /** With lines of a breakdown. */
  public Metric lines(Lines lines) {
    return with(new OfLines(lines, unitsPerBase));
  }

  /** Name of the metric, in base units. */
  public String name() {
    return name;
  }

  /** What it shows, one sentence. */
  public String help() {
    return help;
  }

  /** Its labels, each with the values it can have; none if they are many. */
  public Map<String, Set<String>> labels() {
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Row row : rows) {
      List<String> labels = row.labels();
      for (int i = 0; i < labels.size(); i += 2) {
        Set<String> ofLabel = values.computeIfAbsent(labels.get(i), l -> new LinkedHashSet<>());
        if (!labels.get(i + 1).isEmpty()) {
          ofLabel.add(labels.get(i + 1));
        }
      }
    }
    return values;
  }

  /** What its gauges show of these totals. */
  public List<Value> values(Totals totals) {
    List<Value> values = new ArrayList<>();
    rows.forEach(row -> values.addAll(row.values(totals)));
    return values;
  }

  void requireFiguresOf(Family family) {
    rows.forEach(row -> row.requireFiguresOf(family));
  }

  private Metric with(Row row) {
    List<Row> more = new ArrayList<>(rows);
    more.add(row);
    return new Metric(name, help, unitsPerBase, List.copyOf(more));
  }
}
