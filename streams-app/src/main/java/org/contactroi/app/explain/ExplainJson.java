package org.contactroi.app.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.contactroi.app.explain.TotalExplanation.Wanted;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Comparison;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.ExactAmounts;
import org.contactroi.serve.api.KpiJson;

/** An explanation as JSON: an object per row, and one with the sum. Times are UTC. */
final class ExplainJson {

  private ExplainJson() {}

  /** What a row adds to the figures that are wanted, and all its totals. */
  static ObjectNode row(Row row, Wanted wanted, Optional<MoneyExplanation> money) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id())
        .put("start", Instant.ofEpochMilli(row.start()).toString())
        .put("end", Instant.ofEpochMilli(row.end()).toString())
        .put("channel", row.channel())
        .put("queue", row.queue())
        .put("issue", row.issue())
        .put("handled_by", row.handledBy())
        .put("interactions", row.interactions());
    ObjectNode figures = json.putObject("figures");
    for (Aspect aspect : wanted.aspects()) {
      if (aspect instanceof Aspect.OfFigure of && aspect.isIn(row.totals())) {
        put(figures, of.figure(), row.totals());
      }
    }
    json.set("totals", notZero(row.totals()));
    money.ifPresent(worth -> put(json.putObject("money"), worth.of(row)));
    return json;
  }

  /** The sum of all rows, what is published, and what the first has more than the second. */
  static ObjectNode sum(TotalExplanation explanation, Wanted wanted) {
    Comparison comparison = explanation.findings().comparison();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", explanation.question().key().text())
        .put("rows", explanation.findings().rows().size())
        .put("contributing", explanation.count(wanted));
    json.set("sum", KpiJson.totals(comparison.sum()));
    json.set("published", KpiJson.totals(comparison.published()));
    json.set("difference", explained(notZero(comparison.difference()), comparison));
    json.set("figures", KpiJson.figures(comparison.published()));
    explanation.money().ifPresent(money -> json.set("money", money(money)));
    return json.put("equal", comparison.isEqual())
        .put("moving", explanation.findings().moving())
        .put("watermark", explanation.watermark().toString());
  }

  /** Amounts are millionths; exact ones are texts, fractions where they have no end. */
  private static ObjectNode money(MoneyExplanation money) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("currency", money.currency());
    put(json.putObject("sum"), money.sum());
    ObjectNode published = json.putObject("published");
    ObjectNode rounding = json.putObject("rounding");
    for (String name : money.sum().names()) {
      published.put(name, money.published(name).orElse(null));
      rounding.put(name, money.rounding(name).map(Fraction::toString).orElse(null));
    }
    ObjectNode explanation = json.putObject("explanation");
    money.explanation().forEach((name, amount) -> explanation.put(name, amount.toString()));
    return json.put("equal", money.isEqual());
  }

  private static void put(ObjectNode json, ExactAmounts amounts) {
    for (String name : amounts.names()) {
      json.put(name, amounts.get(name).map(Fraction::toString).orElse(null));
    }
  }

  private static void put(ObjectNode figures, Figure figure, Totals totals) {
    figures
        .putObject(figure.name())
        .put("numerator", figure.from(totals).numerator())
        .put("denominator", figure.from(totals).denominator());
  }

  private static ObjectNode explained(ObjectNode difference, Comparison comparison) {
    Family family = comparison.sum().family();
    for (Measure measure : family.measures()) {
      if (!family.isExplained(measure)) {
        difference.remove(measure.fieldName());
      }
    }
    return difference;
  }

  /** Totals without those that are zero. */
  static ObjectNode notZero(Totals totals) {
    ObjectNode json = KpiJson.totals(totals);
    for (Measure measure : totals.family().measures()) {
      if (totals.isZero(measure)) {
        json.remove(measure.fieldName());
      }
    }
    return json;
  }
}
