package org.contactroi.app.explain;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.contactroi.app.topics.PublishedTopics;
import org.contactroi.catalog.Catalog;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Families;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.ExactAmounts;
import org.contactroi.roi.valuation.FactMoney;

/** What a single interaction cost, by the reference records that are published. */
public final class FactWorth {

  private FactWorth() {}

  /**
   * Its cost by people and AI, exact amounts of millionths as texts, null where a price is missing.
   *
   * @return empty for a tenant without money, and for what counts nowhere
   */
  public static Optional<ObjectNode> of(
      PublishedTopics topics, Interaction interaction, ZoneId zone) {
    Totals cost = Totals.zero(Cost.FAMILY);
    for (Map.Entry<Cell, Totals> part : Families.contributions(interaction).entrySet()) {
      if (part.getKey().family() == Cost.FAMILY) {
        cost = cost.plus(part.getValue());
      }
    }
    Totals own = cost;
    return FactMoney.of(
            Catalog.terms(interaction.tenant(), topics.entries((key, reason) -> {}), zone))
        .filter(facts -> !own.isZero())
        .map(facts -> json(facts, facts.exact(own, facts.hour(interaction.end()))));
  }

  private static ObjectNode json(FactMoney facts, ExactAmounts amounts) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("currency", facts.currency());
    for (String name : amounts.names()) {
      json.put(name, amounts.get(name).map(Fraction::toString).orElse(null));
    }
    return json;
  }
}
