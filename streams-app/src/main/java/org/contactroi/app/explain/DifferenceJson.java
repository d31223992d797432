package org.contactroi.app.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.contactroi.explain.Row;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.price.ExactAmounts;
import org.jspecify.annotations.Nullable;

/** Why two runs do not say the same of a total, for programs. Times are UTC. */
public final class DifferenceJson {

  private DifferenceJson() {}

  /** One document. */
  public static ObjectNode of(DifferenceExplanation explanation) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("key", explanation.first().question().key().text());
    json.put("first", explanation.first().name()).put("second", explanation.second().name());
    ArrayNode facts = json.putArray("facts");
    explanation.facts().forEach(fact -> facts.add(fact(fact)));
    json.set("published", ExplainJson.notZero(explanation.published()));
    json.set("sum", ExplainJson.notZero(explanation.sum()));
    ObjectNode amounts = json.putObject("amounts");
    explanation
        .amounts()
        .forEach(
            (name, amount) ->
                amounts
                    .putObject(name)
                    .put("first", amount.first().orElse(null))
                    .put("second", amount.second().orElse(null))
                    .put("facts", amount.facts().map(Fraction::toString).orElse(null)));
    return json.put("equal", explanation.isEqual());
  }

  private static ObjectNode fact(DifferingFact fact) {
    Row row = fact.row();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id())
        .put("start", Instant.ofEpochMilli(row.start()).toString())
        .put("channel", row.channel())
        .put("queue", row.queue())
        .put("issue", row.issue());
    json.set("first", side(fact.first(), fact.firstWorth()));
    json.set("second", side(fact.second(), fact.secondWorth()));
    ArrayNode why = json.putArray("why");
    fact.why().forEach(why::add);
    return json;
  }

  /** What it contributes to a run; null if nothing. */
  private static @Nullable ObjectNode side(@Nullable Row row, Optional<ExactAmounts> worth) {
    if (row == null) {
      return null;
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("totals", ExplainJson.notZero(row.totals()));
    worth.ifPresent(
        amounts -> {
          ObjectNode money = json.putObject("money");
          amounts
              .names()
              .forEach(
                  name -> money.put(name, amounts.get(name).map(Fraction::toString).orElse(null)));
        });
    return json;
  }
}
