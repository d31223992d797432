package org.contactroi.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.outputs.CostMoney;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.ResourceCost;
import org.contactroi.outputs.SavingExplanation;
import org.contactroi.outputs.SavingMoney;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.price.Explained;
import org.contactroi.roi.price.ResourceCosts;
import org.contactroi.roi.price.UsageCost;
import org.contactroi.roi.valuation.PricedWindow;
import org.jspecify.annotations.Nullable;

/** Amounts as published. */
public final class AmountRecords {

  /** A statement has dozens of amounts, and each may lack the same prices. */
  private static final int LISTED = 100;

  private AmountRecords() {}

  /** What a KPI record of cost or saving says about money. */
  public static SpecificRecord toAvro(PricedWindow priced, Totals totals, boolean isSettled) {
    return totals.family() == Cost.FAMILY
        ? cost(priced, totals)
        : saving(priced, totals, isSettled);
  }

  static MoneyAmount amount(Amount amount) {
    List<Amount.Unpriced> missing = amount.missing();
    int listed = Math.min(missing.size(), LISTED);
    return MoneyAmount.newBuilder()
        .setMicros(amount.orNull())
        .setPricedMicros(amount.micros())
        .setUnpriced(
            missing.subList(0, listed).stream()
                .map(line -> new UnpricedLine(line.resource(), line.key(), line.quantity()))
                .toList())
        .setUnpricedMore(missing.size() - listed)
        .build();
  }

  private static CostMoney cost(PricedWindow priced, Totals totals) {
    UsageCost cost = priced.worth().costs().usageCost();
    return CostMoney.newBuilder()
        .setCurrency(priced.currency())
        .setHuman(amount(cost.human()))
        .setAi(amount(cost.ai()))
        .setTotal(amount(cost.total()))
        .setByResource(byResource(priced.worth().costs()))
        .setCostPerInteraction(KpiRecords.ratio(cost.perInteraction(totals)))
        .setCostPerHumanLeg(KpiRecords.ratio(cost.perHumanLeg(totals)))
        .setCostPerBotSession(KpiRecords.ratio(cost.perBotSession(totals)))
        .build();
  }

  private static SavingMoney saving(PricedWindow priced, Totals totals, boolean isSettled) {
    UsageCost cost = priced.worth().costs().usageCost();
    Account saving = priced.worth().savingOf(priced.policy().realisationBp());
    Amount saved = saving.saving();
    return SavingMoney.newBuilder()
        .setCurrency(priced.currency())
        .setHuman(amount(cost.human()))
        .setAi(amount(cost.ai()))
        .setByResource(byResource(priced.worth().costs()))
        .setCostPerResolution(isSettled ? KpiRecords.ratio(cost.perResolution(totals)) : null)
        .setCounterfactual(amount(saving.get(Component.COUNTERFACTUAL)))
        .setFrozen(amount(saving.get(Component.FROZEN)))
        .setActual(amount(saving.get(Component.ACTUAL)))
        .setSaving(amount(saved))
        .setCashable(amount(saving.get(Component.CASHABLE)))
        .setCapacity(amount(saving.capacity()))
        .setSavedPaidMs(saved.isDefined() ? (Long) saving.get(Count.SAVED_PAID_MS) : null)
        .setCapacityPaidMs(saving.capacityPaidMs())
        .setEpisodesWithoutBaseline(saving.get(Count.EPISODES_WITHOUT_BASELINE))
        .setExplanation(explanation(priced.worth().explained()))
        .build();
  }

  /** By resource, in the order of their names. */
  static List<ResourceCost> byResource(ResourceCosts costs) {
    return costs.byResource().entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Resource, Amount> cost) -> cost.getKey().name()))
        .map(cost -> new ResourceCost(cost.getKey().name(), amount(cost.getValue())))
        .toList();
  }

  private static @Nullable SavingExplanation explanation(Explained explained) {
    return explained.isComplete()
        ? new SavingExplanation(
            explained.repeatsMicros(),
            explained.containmentMicros(),
            explained.handleTimeMicros(),
            explained.otherMicros(),
            explained.roundingMicros())
        : null;
  }

  /** The amount of a record; what it lacks a price for is listed as far as the record does. */
  static Amount amount(MoneyAmount published) {
    return new Amount(
        published.getPricedMicros(),
        Breakdown.sum(published.getUnpriced().stream().map(AmountRecords::line).toList()));
  }

  private static Breakdown.Line line(UnpricedLine unpriced) {
    return new Breakdown.Line(
        List.of(unpriced.getResource(), unpriced.getKey()), unpriced.getQuantity(), 1);
  }
}
