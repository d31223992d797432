package org.contactroi.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;

/** Totals and figures as JSON. */
public final class KpiJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private KpiJson() {}

  /** Every measure by its name; distributions as pairs of key and count. */
  public static ObjectNode totals(Totals totals) {
    ObjectNode json = NODES.objectNode();
    for (Measure measure : totals.family().measures()) {
      if (measure.shape() == Measure.Shape.SCALAR) {
        json.put(measure.fieldName(), totals.get(measure));
      } else {
        json.set(measure.fieldName(), pairs(totals.distribution(measure)));
      }
    }
    return json;
  }

  /**
   * Every figure by its name: numerator, denominator and value, which is null when undefined; times
   * are milliseconds.
   */
  public static ObjectNode figures(Totals totals) {
    ObjectNode json = NODES.objectNode();
    for (Figure figure : Figure.of(totals.family())) {
      json.set(figure.name(), ratio(figure.from(totals)));
    }
    return json;
  }

  private static ObjectNode ratio(Ratio ratio) {
    ObjectNode json = NODES.objectNode();
    json.put("numerator", ratio.numerator()).put("denominator", ratio.denominator());
    if (ratio.isDefined()) {
      return json.put("value", (double) ratio.numerator() / ratio.denominator());
    }
    return json.putNull("value");
  }

  private static ArrayNode pairs(Distribution distribution) {
    ArrayNode json = NODES.arrayNode();
    for (int i = 0; i < distribution.size(); i++) {
      json.add(NODES.arrayNode().add(distribution.key(i)).add(distribution.count(i)));
    }
    return json;
  }
}
