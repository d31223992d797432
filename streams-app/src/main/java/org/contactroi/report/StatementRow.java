package org.contactroi.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.contactroi.kpi.Ratio;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.statement.TrackSum;
import org.jspecify.annotations.Nullable;

/**
 * A row of a statement, behind what is printed, compared and reported of it.
 *
 * @param name as published
 * @param title as people read it; a part of the row above is indented
 * @param value null where it is undefined
 * @param priced the part of it that has a price; null if it is no amount
 */
public record StatementRow(
    String name,
    String title,
    MoneyUnit unit,
    Function<TrackSum, @Nullable Fraction> value,
    Function<TrackSum, @Nullable Fraction> priced) {

  public static final String UNDEFINED = "undefined";

  /** All rows of sums, in the order in which they are read. */
  public static List<StatementRow> of(Collection<TrackSum> sums) {
    List<StatementRow> all = new ArrayList<>();
    all.add(amount("counterfactual", Component.COUNTERFACTUAL));
    all.add(amount("  stated as money (frozen)", Component.FROZEN));
    all.add(amount("actual cost of people", Component.ACTUAL));
    all.add(amount("saving", "saving", Account::saving));
    all.add(amount("capacity", "  capacity", Account::capacity));
    all.add(
        number(
            "capacity_paid_ms",
            "  capacity, paid time",
            MoneyUnit.HOURS,
            sum -> whole(sum.account().capacityPaidMs())));
    all.add(amount("  cashable", Component.CASHABLE));
    all.add(paid("  cashable, paid time", Count.CASHABLE_PAID_MS));
    all.add(amount("margin of sales", Component.MARGIN));
    all.add(amount("retention", Component.RETENTION));
    all.add(amount("declared", Component.DECLARED));
    all.add(amount("  part of the return", Component.DECLARED_INCLUDED));
    all.add(amount("benefit", "benefit B", Account::benefit));
    all.addAll(costs(sums));
    all.add(amount("net_value", "net value B - C", Account::netValue));
    all.add(
        number("roi", "return (B - C) / C", MoneyUnit.SHARE, sum -> quotient(sum.account().roi())));
    all.addAll(beside());
    return all;
  }

  /** As people read it, for instance {@code 12.50} or {@code undefined (priced 47.00)}. */
  public String text(TrackSum sum) {
    Fraction exact = value.apply(sum);
    Fraction part = exact == null ? priced.apply(sum) : null;
    return part == null ? text(exact) : "%s (priced %s)".formatted(UNDEFINED, unit.text(part));
  }

  /** The text of a value in the unit of the row. */
  public String text(@Nullable Fraction exact) {
    return exact == null ? UNDEFINED : unit.text(exact);
  }

  private static List<StatementRow> costs(Collection<TrackSum> sums) {
    List<StatementRow> costs = new ArrayList<>();
    costs.add(amount("capex", Component.CAPEX));
    costs.add(amount("opex", Component.OPEX));
    costs.add(amount("hidden", Component.HIDDEN));
    costs.add(amount("AI run cost", Component.AI_RUN));
    costs.add(amount("cost", "cost C", Account::cost));
    costs.add(amount("AI run cost the ledger pays for", Component.AI_COVERED));
    SortedSet<String> resources = new TreeSet<>();
    sums.forEach(sum -> resources.addAll(sum.use().aiRun().keySet()));
    for (String resource : resources) {
      costs.add(
          money(
              "ai_run_by_resource." + resource,
              "  AI as metered, " + ChoiceText.of(resource),
              sum -> sum.use().aiRun().getOrDefault(resource, Amount.ZERO)));
    }
    return costs;
  }

  private static List<StatementRow> beside() {
    return List.of(
        amount("paid by the ledger", Component.PAID),
        amount("cash", "cash", Account::cash),
        count("days", Count.DAYS),
        count("episodes", Count.EPISODES),
        count("  without baseline", Count.EPISODES_WITHOUT_BASELINE),
        count("  whose baseline is money", Count.EPISODES_FROZEN),
        paid("saved paid time", Count.SAVED_PAID_MS),
        count("interactions", "interactions", sum -> sum.use().interactions()),
        money("interaction_cost", "cost of interactions", sum -> sum.use().interactionCost()),
        number(
            "cost_per_interaction", "  each", MoneyUnit.MONEY, sum -> quotient(sum.use().each())),
        number(
            "saving_per_interaction",
            "saving per interaction",
            MoneyUnit.MONEY,
            sum -> quotient(sum.use().perInteraction(sum.account().saving()))));
  }

  private static StatementRow amount(String title, Component component) {
    return amount(component.fieldName(), title, account -> account.get(component));
  }

  private static StatementRow amount(String name, String title, Function<Account, Amount> of) {
    return money(name, title, sum -> of.apply(sum.account()));
  }

  private static StatementRow money(String name, String title, Function<TrackSum, Amount> of) {
    return new StatementRow(
        name,
        title,
        MoneyUnit.MONEY,
        sum -> whole(of.apply(sum).orNull()),
        sum -> Fraction.of(of.apply(sum).micros()));
  }

  /** What has no price has no paid time either. */
  private static StatementRow paid(String title, Count count) {
    return number(
        count.fieldName(),
        title,
        MoneyUnit.HOURS,
        sum -> Fraction.of(sum.account().saving().isDefined() ? sum.account().get(count) : 0));
  }

  private static StatementRow count(String title, Count count) {
    return count(count.fieldName(), title, sum -> sum.account().get(count));
  }

  private static StatementRow count(String name, String title, ToLongFunction<TrackSum> of) {
    return number(name, title, MoneyUnit.COUNT, sum -> Fraction.of(of.applyAsLong(sum)));
  }

  private static StatementRow number(
      String name, String title, MoneyUnit unit, Function<TrackSum, @Nullable Fraction> value) {
    return new StatementRow(name, title, unit, value, sum -> null);
  }

  private static @Nullable Fraction whole(@Nullable Long number) {
    return number == null ? null : Fraction.of(number);
  }

  private static @Nullable Fraction quotient(Ratio ratio) {
    return ratio.isDefined() ? Fraction.of(ratio.numerator(), ratio.denominator()) : null;
  }
}
