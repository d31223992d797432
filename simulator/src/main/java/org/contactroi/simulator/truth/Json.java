package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.contactroi.simulator.scenario.Resource;

/** An object as records have it, without what is 0 or empty. */
record Json(ObjectNode node) {

  static Json object() {
    return new Json(JsonNodeFactory.instance.objectNode());
  }

  static void put(ObjectNode into, String name, ObjectNode value) {
    if (!value.isEmpty()) {
      into.set(name, value);
    }
  }

  Json text(String name, Object value) {
    node.put(name, value.toString());
    return this;
  }

  Json number(String name, long value) {
    if (value != 0) {
      node.put(name, value);
    }
    return this;
  }

  Json charge(String name, Charge charge) {
    put(node, name, charge.json());
    return this;
  }

  /** Puts a quotient; 0 / 0, and so nothing, if it is not defined. */
  Json ratio(String name, Charge over, long under) {
    if (over.isPriced() && under > 0) {
      ratio(name, over.micros(), under);
    }
    return this;
  }

  Json ratio(String name, long over, long under) {
    put(node, name, object().number("numerator", over).number("denominator", under).node());
    return this;
  }

  /** Puts what resources cost, in the order of their names. */
  Json byResource(String name, Map<Resource, Charge> costs) {
    costs.entrySet().stream()
        .filter(cost -> !cost.getValue().isNothing())
        .sorted(Map.Entry.comparingByKey((one, other) -> one.name().compareTo(other.name())))
        .forEach(
            cost ->
                node.withArray(name)
                    .add(
                        object()
                            .text("resource", cost.getKey())
                            .charge("cost", cost.getValue())
                            .node()));
    return this;
  }
}
