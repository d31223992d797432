package org.contactroi.roi.price;

import java.util.Arrays;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.roi.amount.Amount;

/**
 * What usage cost: that of an hour is the sum of its lines, each rounded; that of a longer time the
 * sum of its hours.
 *
 * @param human agents, telephony, contacts
 * @param ai bots and models
 */
public record UsageCost(Amount human, Amount ai) {

  public static final UsageCost ZERO = new UsageCost(Amount.ZERO, Amount.ZERO);

  /** Human and AI run cost. */
  public Amount total() {
    return human.plus(ai);
  }

  /** Cost per interaction, by the totals of the cost family of the same time. */
  public Ratio perInteraction(Totals cost) {
    return ratio(total(), interactions(cost));
  }

  /** Interactions that totals of the cost family are about. */
  public static long interactions(Totals cost) {
    return sum(cost, Cost.HANDLED_BY_HUMAN, Cost.BOT_ONLY, Cost.HANDLED_BY_NONE);
  }

  /** Human cost per handled leg, by the totals of the cost family of the same time. */
  public Ratio perHumanLeg(Totals cost) {
    return ratio(human, cost.get(Cost.HANDLED_LEGS));
  }

  /** AI run cost per bot session, by the totals of the cost family of the same time. */
  public Ratio perBotSession(Totals cost) {
    return ratio(ai, cost.get(Cost.SESSIONS));
  }

  /** Cost per resolved episode, by the totals of the saving family of the same settled time. */
  public Ratio perResolution(Totals saving) {
    return ratio(total(), saving.breakdown(Saving.CELLS).total(SavingQuantity.RESOLVED));
  }

  private static long sum(Totals totals, Measure... counts) {
    return Arrays.stream(counts).mapToLong(totals::get).sum();
  }

  private static Ratio ratio(Amount amount, long count) {
    return amount.isDefined() && count > 0 ? new Ratio(amount.micros(), count) : Ratio.UNDEFINED;
  }
}
