package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.HalfEven;

/** A sum of money in millionths, and beside it what it would contain if that had a price. */
final class Charge {

  private final SortedMap<List<String>, Long> unpriced = new TreeMap<>(Amounts.LINE_ORDER);
  private long micros;

  static Charge of(long micros) {
    return new Charge().add(micros);
  }

  Charge add(long more) {
    micros = Math.addExact(micros, more);
    return this;
  }

  /** Adds a quantity of something without price. */
  Charge addUnpriced(String resource, String key, long quantity) {
    unpriced.merge(List.of(resource, key), quantity, Math::addExact);
    return this;
  }

  Charge add(Charge other) {
    return add(other.micros).addUnpriced(other);
  }

  /** Takes away another; a price that it lacks is lacking in what is left. */
  Charge less(Charge other) {
    return new Charge().add(this).add(-other.micros).addUnpriced(other);
  }

  private Charge addUnpriced(Charge other) {
    other.unpriced.forEach((line, quantity) -> unpriced.merge(line, quantity, Math::addExact));
    return this;
  }

  /** Returns a share of it, rounded; what has no price stays. */
  Charge share(long basisPoints) {
    return Charge.of(HalfEven.product(micros, basisPoints, 10_000)).addUnpriced(this);
  }

  /** Returns so many of its parts, rounded. */
  Charge part(long parts, long of) {
    Charge part = Charge.of(HalfEven.product(micros, parts, of));
    unpriced.forEach(
        (line, quantity) -> part.unpriced.put(line, HalfEven.product(quantity, parts, of)));
    return part;
  }

  /** Returns the same with the opposite sign. */
  Charge negated() {
    Charge negated = Charge.of(-micros);
    unpriced.forEach((line, quantity) -> negated.unpriced.put(line, -quantity));
    return negated;
  }

  long micros() {
    return micros;
  }

  boolean isPriced() {
    return unpriced.isEmpty();
  }

  boolean isNothing() {
    return micros == 0 && isPriced();
  }

  /** Returns it as records have it; what is 0 is left out. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (micros != 0 && isPriced()) {
      json.put("micros", micros);
    }
    if (micros != 0) {
      json.put("priced_micros", micros);
    }
    unpriced.forEach(
        (line, quantity) ->
            json.withArray("unpriced")
                .add(
                    Json.object()
                        .text("resource", line.get(0))
                        .text("key", line.get(1))
                        .number("quantity", quantity)
                        .node()));
    return json;
  }
}
