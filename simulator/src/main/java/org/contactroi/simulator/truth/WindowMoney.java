package org.contactroi.simulator.truth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.contactroi.simulator.count.Amounts;
import org.contactroi.simulator.count.HalfEven;
import org.contactroi.simulator.scenario.Money;

/** What the records of a cost or a saving window say about money. */
record WindowMoney(Money money) {

  private static final int RESOLVED = 4;

  /** Returns how many interactions totals of the cost family are about. */
  static long interactions(Amounts totals) {
    return totals.number("handled_by_human")
        + totals.number("bot_only")
        + totals.number("handled_by_none");
  }

  ObjectNode cost(Worth worth, Amounts totals) {
    Charge human = worth.side(true);
    Charge ai = worth.side(false);
    Charge both = new Charge().add(human).add(ai);
    return Json.object()
        .text("currency", money.currency())
        .charge("human", human)
        .charge("ai", ai)
        .charge("total", both)
        .byResource("by_resource", worth.costs())
        .ratio("cost_per_interaction", both, interactions(totals))
        .ratio("cost_per_human_leg", human, totals.number("handled_legs"))
        .ratio("cost_per_bot_session", ai, totals.number("sessions"))
        .node();
  }

  ObjectNode saving(Worth worth, Amounts totals) {
    long share = money.choices().realisationBp();
    Charge saving = worth.saving();
    Charge cashable = saving.share(share);
    long paid = worth.tally().savedPaid;
    Charge both = new Charge().add(worth.side(true)).add(worth.side(false));
    Json json =
        Json.object()
            .text("currency", money.currency())
            .charge("human", worth.side(true))
            .charge("ai", worth.side(false))
            .byResource("by_resource", worth.costs())
            .ratio("cost_per_resolution", both, resolved(totals))
            .charge("counterfactual", worth.counterfactual())
            .charge("frozen", worth.frozen())
            .charge("actual", worth.actual())
            .charge("saving", saving)
            .charge("cashable", cashable)
            .charge("capacity", saving.less(Charge.of(cashable.micros())))
            .number("episodes_without_baseline", worth.tally().withoutBaseline);
    if (saving.isPriced()) {
      json.number("saved_paid_ms", paid)
          .number("capacity_paid_ms", paid - HalfEven.product(paid, share, 10_000));
    }
    worth.reasons().putInto(json.node());
    return json.node();
  }

  private static long resolved(Amounts totals) {
    return totals.lines().entrySet().stream()
        .filter(lines -> lines.getKey().equals("cells"))
        .flatMap(lines -> lines.getValue().values().stream())
        .mapToLong(quantities -> quantities[RESOLVED])
        .sum();
  }
}
