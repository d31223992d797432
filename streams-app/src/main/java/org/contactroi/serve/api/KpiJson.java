package org.contactroi.serve.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;

/** Totals and figures as JSON. */
public final class KpiJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private KpiJson() {}

  /**
   * Every measure by its name; distributions as pairs of key and count, breakdowns as an object per
   * line.
   */
  public static ObjectNode totals(Totals totals) {
    ObjectNode json = NODES.objectNode();
    for (Measure measure : totals.family().measures()) {
      switch (measure.shape().form()) {
        case SCALAR -> json.put(measure.fieldName(), totals.get(measure));
        case HISTOGRAM, DAYS -> json.set(measure.fieldName(), pairs(totals.distribution(measure)));
        case LINES ->
            json.set(measure.fieldName(), lines(totals.breakdown(measure), measure.shape()));
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
    for (Figure figure : totals.family().figures()) {
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

  private static ArrayNode lines(Breakdown breakdown, Shape shape) {
    ArrayNode json = NODES.arrayNode();
    for (Breakdown.Line line : breakdown.lines()) {
      ObjectNode object = json.addObject();
      for (int i = 0; i < line.key().size(); i++) {
        object.put(shape.keyParts().get(i), line.key().get(i));
      }
      shape.quantities().forEach(quantity -> object.put(quantity.fieldName(), line.get(quantity)));
    }
    return json;
  }
}
