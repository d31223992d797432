package org.contactroi.roi.statement;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.kpi.Ratio;
import org.contactroi.roi.amount.Amount;

/**
 * What interactions and the AI used, in money; sums of days are sums of these.
 *
 * @param interactions that ended
 * @param interactionCost of people and AI in them
 * @param aiRun AI run cost of all episodes as metered, by the name of the resource
 */
public record UseCosts(long interactions, Amount interactionCost, SortedMap<String, Amount> aiRun) {

  public static final UseCosts NOTHING = new UseCosts(0, Amount.ZERO, new TreeMap<>());

  public UseCosts {
    aiRun = Collections.unmodifiableSortedMap(new TreeMap<>(aiRun));
  }

  /** The sum of both. */
  public UseCosts plus(UseCosts more) {
    SortedMap<String, Amount> sum = new TreeMap<>(aiRun);
    more.aiRun.forEach((resource, cost) -> sum.merge(resource, cost, Amount::plus));
    return new UseCosts(
        Math.addExact(interactions, more.interactions),
        interactionCost.plus(more.interactionCost),
        sum);
  }

  /** AI run cost of all resources. */
  public Amount aiRunCost() {
    return aiRun.values().stream().reduce(Amount.ZERO, Amount::plus);
  }

  /** Cost of an interaction, micros. */
  public Ratio each() {
    return perInteraction(interactionCost);
  }

  /** An amount per interaction, micros; undefined without its prices or without interactions. */
  public Ratio perInteraction(Amount amount) {
    return per(amount, interactions);
  }

  /** An amount per one of a count, micros; undefined without its prices or without any. */
  public static Ratio per(Amount amount, long count) {
    return amount.isDefined() && count > 0 ? new Ratio(amount.micros(), count) : Ratio.UNDEFINED;
  }
}
