package org.contactroi.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.serve.KpiJson;

/** Every figure and total of sums, for reading and as JSON. */
final class KpiDetails {

  private KpiDetails() {}

  /** One line per figure with numerator and denominator, then one per total. */
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

  /** An array with an object per value and family. */
  static ArrayNode json(KpiSums sums) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    sums.byValue()
        .forEach(
            (value, byFamily) ->
                byFamily.forEach(
                    (family, totals) -> {
                      ObjectNode json = array.addObject();
                      json.put("value", value).put("family", family.id());
                      json.set("totals", KpiJson.totals(totals));
                      json.set("figures", KpiJson.figures(totals));
                    }));
    return array;
  }

  private static void addFigures(List<String> lines, Totals totals) {
    for (Figure figure : Figure.of(totals.family())) {
      Ratio ratio = figure.from(totals);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-24s %12s  %d/%d",
              figure.name(),
              KpiTable.text(figure.unit(), ratio),
              ratio.numerator(),
              ratio.denominator()));
    }
  }

  private static void addTotals(List<String> lines, Totals totals) {
    for (Measure measure : totals.family().measures()) {
      if (measure.shape() == Measure.Shape.SCALAR) {
        lines.add(
            String.format(Locale.ROOT, "  %-24s %12d", measure.fieldName(), totals.get(measure)));
      }
    }
  }
}
