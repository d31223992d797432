package org.contactroi.app.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.contactroi.app.kpis.KpiTable;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/** A figure as two runs have it. */
record FigureChange(Figure figure, Ratio first, Ratio second) {

  private static final String NONE = "-";

  /** The figures of a family that are another in other totals. */
  static List<FigureChange> of(Totals first, Totals second) {
    return first.family().figures().stream()
        .map(figure -> new FigureChange(figure, figure.from(first), figure.from(second)))
        .filter(change -> !change.first().equals(change.second()))
        .toList();
  }

  /** Name, both values with numerators and denominators, difference, and its share of the first. */
  List<String> cells() {
    return List.of(figure.name(), text(first), text(second), difference(), share());
  }

  /** The same without numerators and denominators. */
  List<String> brief() {
    return List.of(
        figure.name(),
        KpiTable.text(figure.unit(), first),
        KpiTable.text(figure.unit(), second),
        difference(),
        share());
  }

  private String text(Ratio ratio) {
    String value = KpiTable.text(figure.unit(), ratio);
    return ratio.isDefined()
        ? "%s (%d/%d)".formatted(value, ratio.numerator(), ratio.denominator())
        : value;
  }

  private boolean isDefined() {
    return first.isDefined() && second.isDefined();
  }

  private String difference() {
    if (!isDefined()) {
      return NONE;
    }
    double by = value(second) - value(first);
    return switch (figure.unit()) {
      case MILLISECONDS -> String.format(Locale.ROOT, "%+.2f s", by / 1_000);
      case SHARE -> String.format(Locale.ROOT, "%+.2f points", by * 100);
      case POINTS -> String.format(Locale.ROOT, "%+.1f", by);
      case COUNT -> String.format(Locale.ROOT, "%+.3f", by);
    };
  }

  private String share() {
    return isDefined() && first.numerator() != 0
        ? String.format(Locale.ROOT, "%+.2f %%", 100 * (value(second) / value(first) - 1))
        : NONE;
  }

  private static double value(Ratio ratio) {
    return (double) ratio.numerator() / ratio.denominator();
  }

  /** The same as an object, undefined values null. */
  void write(ObjectNode to) {
    to.put("figure", figure.name()).put("unit", figure.unit().id());
    write(to.putObject("first"), first);
    write(to.putObject("second"), second);
    to.put("difference", isDefined() ? (Double) (value(second) - value(first)) : null);
  }

  private static void write(ObjectNode to, Ratio ratio) {
    to.put("numerator", ratio.numerator()).put("denominator", ratio.denominator());
    to.put("value", ratio.isDefined() ? (Double) value(ratio) : null);
  }
}
