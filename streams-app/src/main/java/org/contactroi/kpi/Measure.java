package org.contactroi.kpi;

import java.util.ArrayList;
import java.util.List;

/** One quantity of a family's totals. */
public final class Measure {

  private final String fieldName;
  private final Shape shape;
  private final int position;

  private Measure(String fieldName, Shape shape, int position) {
    this.fieldName = fieldName;
    this.shape = shape;
    this.position = position;
  }

  /** Name in published records, for instance {@code talk_ms}. */
  public String fieldName() {
    return fieldName;
  }

  /** What it holds. */
  public Shape shape() {
    return shape;
  }

  /** Position within the family. */
  public int position() {
    return position;
  }

  @Override
  public String toString() {
    return fieldName;
  }

  /**
   * The measures of one family, declared in the order of its published record: scalars first, then
   * distributions, then breakdowns.
   */
  public static final class Declared {

    private final List<Measure> all = new ArrayList<>();

    /** A count or sum. */
    public Measure scalar(String fieldName) {
      return of(fieldName, Shape.SCALAR);
    }

    /** Counts of times, milliseconds. */
    public Measure histogram(String fieldName) {
      return of(fieldName, Shape.HISTOGRAM);
    }

    /** The days episodes are open until. */
    public Measure openUntil() {
      return of("open_until", Shape.DAYS);
    }

    /** Lines of a breakdown. */
    public Measure lines(String fieldName, Shape shape) {
      return of(fieldName, shape);
    }

    private Measure of(String fieldName, Shape shape) {
      Measure measure = new Measure(fieldName, shape, all.size());
      all.add(measure);
      return measure;
    }

    List<Measure> all() {
      return List.copyOf(all);
    }
  }
}
