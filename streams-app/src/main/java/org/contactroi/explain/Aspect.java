package org.contactroi.explain;

import java.util.List;
import java.util.stream.Stream;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/** Something of totals whose parts add up: what is shown of every row and of their sum. */
public sealed interface Aspect {

  /** Numerator and denominator of a figure. */
  record OfFigure(Figure figure) implements Aspect {

    @Override
    public String name() {
      return figure.name();
    }

    @Override
    public boolean isIn(Totals totals) {
      Ratio ratio = figure.from(totals);
      return ratio.numerator() != 0 || ratio.denominator() != 0;
    }

    @Override
    public String text(Totals totals) {
      Ratio ratio = figure.from(totals);
      return ratio.numerator() + "/" + ratio.denominator();
    }
  }

  /** A measure. */
  record OfMeasure(Measure measure) implements Aspect {

    @Override
    public String name() {
      return measure.fieldName();
    }

    @Override
    public boolean isIn(Totals totals) {
      return !totals.isZero(measure);
    }

    @Override
    public String text(Totals totals) {
      return switch (measure.shape().form()) {
        case SCALAR -> Long.toString(totals.get(measure));
        case HISTOGRAM -> text(totals.distribution(measure)) + " buckets";
        case DAYS -> text(totals.distribution(measure)) + " days";
        case LINES -> text(totals.breakdown(measure));
      };
    }

    private static String text(Distribution distribution) {
      return "%d in %d".formatted(distribution.total(), distribution.size());
    }

    private static String text(Breakdown breakdown) {
      List<Breakdown.Line> lines = breakdown.lines();
      return lines.size() == 1 ? lines.get(0).toString() : "%d lines".formatted(lines.size());
    }
  }

  /** Name of the figure or of the measure. */
  String name();

  /** Whether totals have anything of it. */
  boolean isIn(Totals totals);

  /** Exact and short: {@code numerator/denominator}, or an amount; of a distribution its size. */
  String text(Totals totals);

  /** The figures of a family whose numerators and denominators add up. */
  static List<Aspect> figures(Family family) {
    return family.figures().stream()
        .filter(figure -> figure.kind() == Figure.Kind.QUOTIENT && family.isExplained(figure))
        .<Aspect>map(OfFigure::new)
        .toList();
  }

  /** The measures of a family. */
  static List<Aspect> measures(Family family) {
    return family.measures().stream()
        .filter(family::isExplained)
        .<Aspect>map(OfMeasure::new)
        .toList();
  }

  /** What a family is shown by: its figures, and its measures too where one figure says little. */
  static List<Aspect> usual(Family family) {
    List<Aspect> figures = figures(family);
    return figures.size() > 1
        ? figures
        : Stream.concat(figures.stream(), measures(family).stream()).toList();
  }
}
