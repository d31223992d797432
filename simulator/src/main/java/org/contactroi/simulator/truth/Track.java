package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contactroi.simulator.scenario.Resource;

/** What is booked on a day, or on several, by the names that statements have for it. */
final class Track {

  private final Map<String, Charge> charges = new LinkedHashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<Resource, Charge> aiRun = new EnumMap<>(Resource.class);

  Track add(String component, Charge charge) {
    charges.computeIfAbsent(component, unseen -> new Charge()).add(charge);
    return this;
  }

  Track count(String name, long more) {
    counts.merge(name, more, Math::addExact);
    return this;
  }

  /** Adds what running the AI cost, whoever paid for it. */
  void addAiRun(Worth worth) {
    worth
        .costs()
        .forEach(
            (resource, charge) -> {
              if (!resource.isHuman()) {
                aiRun.computeIfAbsent(resource, unseen -> new Charge()).add(charge);
              }
            });
  }

  Track add(Track other) {
    other.charges.forEach(this::add);
    other.counts.forEach(this::count);
    other.aiRun.forEach(
        (resource, charge) -> aiRun.computeIfAbsent(resource, unseen -> new Charge()).add(charge));
    return this;
  }

  private Charge get(String component) {
    return charges.getOrDefault(component, new Charge());
  }

  /** Returns how many there are of something. */
  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  private Charge sum(String... components) {
    Charge sum = new Charge();
    for (String component : components) {
      sum.add(get(component));
    }
    return sum;
  }

  Charge saving() {
    return get("counterfactual").less(get("actual"));
  }

  private Charge benefit() {
    return sum("cashable", "margin", "retention", "declared_included");
  }

  private Charge cost() {
    return sum("capex", "opex", "hidden", "ai_run");
  }

  /** Money in less money out. */
  Charge cash() {
    return sum("cashable", "margin").less(sum("paid", "ai_run"));
  }

  /** Returns whether money goes out. */
  boolean isOutlay() {
    Charge out = sum("paid", "ai_run");
    return out.micros() > 0 || !out.isPriced();
  }

  /** Returns it as statements have it. */
  ObjectNode json() {
    Json json = Json.object();
    charges.forEach(json::charge);
    Charge saving = saving();
    counts.forEach(
        (name, count) -> {
          boolean isOpen = name.endsWith("_paid_ms") && !saving.isPriced();
          json.number(name, isOpen ? 0 : count);
        });
    Charge net = benefit().less(cost());
    json.charge("saving", saving)
        .charge("capacity", saving.less(Charge.of(get("cashable").micros())))
        .charge("benefit", benefit())
        .charge("cost", cost())
        .charge("net_value", net)
        .charge("cash", cash())
        .ratio("roi", net, cost().micros())
        .number(
            "capacity_paid_ms",
            saving.isPriced() ? count("saved_paid_ms") - count("cashable_paid_ms") : 0)
        .ratio("cost_per_interaction", get("interaction_cost"), count("interactions"))
        .ratio("saving_per_interaction", saving, count("interactions"))
        .byResource("ai_run_by_resource", aiRun);
    return json.node();
  }
}
