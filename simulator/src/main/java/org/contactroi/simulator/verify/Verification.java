package org.contactroi.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Everything that is compared.
 *
 * @param totals of hours and days
 * @param money of windows of cost and saving
 * @param statements of all horizons
 */
record Verification(Comparison totals, Comparison money, Comparison statements) {

  /** Only settled windows say what a resolution costs. */
  private static final String PER_RESOLUTION = "cost_per_resolution";

  /** Compares the truth with what is published in a period. */
  static Verification of(Figures truth, Figures published, Period period) {
    Statements statements = new Statements(truth.statements(), published.statements());
    return new Verification(
        Comparison.of(truth.totals(), published.totals(), period),
        Comparison.of(money(truth, published), published.money(), period),
        Comparison.of(statements.expected(), statements.compared(), period));
  }

  private static Documents money(Figures truth, Figures published) {
    Documents expected = new Documents();
    for (String key : truth.money().keys()) {
      ObjectNode money = truth.money().find(key);
      if (!published.money().find(key).has(PER_RESOLUTION)) {
        money.remove(PER_RESOLUTION);
      }
      expected.put(key, money);
    }
    return expected;
  }

  private Stream<Comparison> all() {
    return Stream.of(totals, money, statements);
  }

  boolean isSame() {
    return all().allMatch(Comparison::isSame);
  }

  /** Returns a line for every difference, and one that sums up. */
  List<String> lines() {
    Stream<String> differences =
        all().flatMap(each -> each.differences().stream()).map(Difference::line);
    String sum =
        String.format(
            Locale.ROOT,
            "%,d totals of hours and days, %,d of them in money, and %,d statements compared,"
                + " %,d differ, in %,d measures",
            totals.keys(),
            money.keys(),
            statements.keys(),
            all().mapToLong(Comparison::differing).sum(),
            all().mapToLong(each -> each.differences().size()).sum());
    return Stream.concat(differences, Stream.of(sum)).toList();
  }

  /** Returns it as JSON. */
  JsonNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("totals", totals.json());
    json.set("money", money.json());
    json.set("statements", statements.json());
    return json;
  }
}
