package org.contactroi.roi.price;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.Breakdown;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.UsageKey;

/**
 * What usage cost by resource: that of an hour is the sum of its lines, each rounded; that of a
 * longer time the sum of its hours. A commutative group under {@link #plus}.
 *
 * @param byResource those without usage are left out
 */
public record ResourceCosts(Map<Resource, Amount> byResource) {

  public static final ResourceCosts ZERO = new ResourceCosts(Map.of());

  public ResourceCosts {
    Map<Resource, Amount> sorted = new EnumMap<>(Resource.class);
    byResource.forEach(
        (resource, amount) -> {
          if (!amount.equals(Amount.ZERO)) {
            sorted.put(resource, amount);
          }
        });
    byResource = Collections.unmodifiableMap(sorted);
  }

  /**
   * Of the usage of one hour.
   *
   * @param usage lines whose keys end in resource, key and channel
   */
  public static ResourceCosts of(Breakdown usage, Tariff tariff) {
    Map<Resource, CostSum> sums = new EnumMap<>(Resource.class);
    for (Breakdown.Line line : usage.lines()) {
      UsageKey key = UsageKey.of(line.key());
      CostSum sum = sums.computeIfAbsent(key.resource(), resource -> new CostSum());
      tariff.add(key, PricedQuantity.of(line.quantity(0)), sum);
    }
    Map<Resource, Amount> amounts = new EnumMap<>(Resource.class);
    sums.forEach((resource, sum) -> amounts.put(resource, sum.amount()));
    return new ResourceCosts(amounts);
  }

  /** Cost of people and of running the AI. */
  public UsageCost usageCost() {
    CostSum human = new CostSum();
    CostSum ai = new CostSum();
    byResource.forEach(
        (resource, amount) -> (UsageKey.HUMAN.contains(resource) ? human : ai).add(amount));
    return new UsageCost(human.amount(), ai.amount());
  }

  /** The part that is the cost of running the AI. */
  public ResourceCosts ofAi() {
    Map<Resource, Amount> ai = new EnumMap<>(Resource.class);
    ai.putAll(byResource);
    ai.keySet().removeAll(UsageKey.HUMAN);
    return new ResourceCosts(ai);
  }

  public ResourceCosts plus(ResourceCosts other) {
    Map<Resource, Amount> sums = new EnumMap<>(Resource.class);
    sums.putAll(byResource);
    other.byResource.forEach((resource, amount) -> sums.merge(resource, amount, Amount::plus));
    return new ResourceCosts(sums);
  }

  public ResourceCosts negated() {
    Map<Resource, Amount> negated = new EnumMap<>(Resource.class);
    byResource.forEach((resource, amount) -> negated.put(resource, amount.negated()));
    return new ResourceCosts(negated);
  }
}
