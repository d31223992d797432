package org.contactroi.app.kpis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Quantity;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.serve.api.KpiJson;

/** Every figure and total of sums, for reading and as JSON. */
final class KpiDetails {

  /** Of one breakdown, so that a page stays one that people read. */
  private static final int MOST_LINES = 20;

  private KpiDetails() {}

  /**
   * One line per figure with numerator and denominator, then one per total and per line of a
   * breakdown, of long ones the first.
   */
  static List<String> lines(KpiSums sums) {
    List<String> lines = new ArrayList<>();
    sums.byValue()
        .forEach(
            (value, byFamily) ->
                byFamily.forEach(
                    (family, totals) -> {
                      lines.add("");
                      lines.add("%s, %s".formatted(value, family.id()));
                      addFigures(lines, totals);
                      addTotals(lines, totals);
                    }));
    return lines;
  }

  /**
   * An array with an object per value and family.
   *
   * @param valueName what values are called
   */
  static ArrayNode json(KpiSums sums, String valueName) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    sums.byValue()
        .forEach(
            (value, byFamily) ->
                byFamily.forEach(
                    (family, totals) -> {
                      ObjectNode json = array.addObject();
                      json.put(valueName, value).put("family", family.id());
                      json.set("totals", KpiJson.totals(totals));
                      json.set("figures", KpiJson.figures(totals));
                    }));
    return array;
  }

  private static void addFigures(List<String> lines, Totals totals) {
    for (Figure figure : totals.family().figures()) {
      Ratio ratio = figure.from(totals);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-26s %12s  %d/%d",
              figure.name(),
              KpiTable.text(figure.unit(), ratio),
              ratio.numerator(),
              ratio.denominator()));
    }
  }

  private static void addTotals(List<String> lines, Totals totals) {
    for (Measure measure : totals.family().measures()) {
      switch (measure.shape().form()) {
        case SCALAR ->
            lines.add(
                String.format(
                    Locale.ROOT, "  %-26s %12d", measure.fieldName(), totals.get(measure)));
        case HISTOGRAM, DAYS -> {} // figures tell what they hold
        case LINES -> addBreakdown(lines, measure, totals.breakdown(measure));
      }
    }
  }

  private static void addBreakdown(List<String> lines, Measure measure, Breakdown breakdown) {
    if (breakdown.isEmpty()) {
      return;
    }
    Shape shape = measure.shape();
    lines.add("  %s by %s".formatted(measure.fieldName(), String.join(", ", shape.keyParts())));
    breakdown.lines().stream()
        .limit(MOST_LINES)
        .map(line -> line(line, shape.quantities()))
        .forEach(lines::add);
    int left = breakdown.lines().size() - MOST_LINES;
    if (left > 0) {
      lines.add("    and %d more; --json prints all".formatted(left));
    }
  }

  private static String line(Breakdown.Line line, List<Quantity> quantities) {
    return "    %s: %s"
        .formatted(
            String.join(", ", line.key()),
            quantities.stream()
                .map(quantity -> quantity.fieldName() + " " + line.get(quantity))
                .collect(Collectors.joining(", ")));
  }
}
