package org.contactroi.report;

import java.util.function.Function;
import org.contactroi.kpi.Ratio;
import org.contactroi.report.Facts.Sum;
import org.contactroi.roi.Account;
import org.contactroi.roi.Amount;
import org.contactroi.roi.Component;
import org.contactroi.roi.Count;

/** The statement: every component on both tracks, and the formula with its numbers. */
final class StatementSection {

  private static final int MICROS_SHIFT = -6;
  private static final int DECIMALS = 2;

  private final String currency;
  private final Sum settled;
  private final Sum all;
  private final Table table;

  private StatementSection(Facts facts) {
    this.currency = facts.subject().currency();
    this.settled = facts.settled();
    this.all = facts.provisional();
    this.table =
        new Table("Amounts in " + currency)
            .words("")
            .numbers("Settled (official)", "All days (provisional)")
            .words("What it is");
  }

  static Markup of(Facts facts) {
    return new StatementSection(facts).markup();
  }

  private Markup markup() {
    saving();
    benefit();
    cost();
    result();
    quantities();
    return Markup.all(
        table.markup(),
        Markup.of("h3", Markup.text("The return with its numbers")),
        Markup.styled("p", "formula", Markup.text("return = (benefit \u2212 cost) / cost")),
        formula("Settled", settled.account()),
        formula("All days", all.account()),
        Markup.styled("p", "note", Markup.text(Captions.of("statement.note"))));
  }

  private void saving() {
    table.group("What people would have cost, and what they cost");
    row(
        "Without the AI",
        Component.COUNTERFACTUAL,
        "use of people by the baseline, at the rates of the same hours");
    aside(
        "of it stated as money",
        Component.FROZEN,
        "the part the baseline gives as an amount, which no rate changes");
    row(
        "With the AI",
        Component.ACTUAL,
        "what people cost in the same episodes, every contact of them");
    sum("Saving", Account::saving, "the first less the second; it may be negative");
    aside(
        "Capacity",
        Account::capacity,
        "the part of the saving that did not leave the payroll: shown, never counted");
  }

  private void benefit() {
    table.group("Benefit");
    row(
        "Cashable saving",
        Component.CASHABLE,
        "the part of the saving that left the payroll, by the policy's realisation");
    row(
        "Margin of sales",
        Component.MARGIN,
        "by the policy's share that would not have been sold without the AI");
    row("Customers kept", Component.RETENTION, "booked on the last day of each calendar month");
    row(
        "Declared, included",
        Component.DECLARED_INCLUDED,
        "stated benefits, only if the policy includes them");
    sum("Benefit", Account::benefit, "the sum of these four");
  }

  private void cost() {
    table.group("Cost");
    row("Investment, spread", Component.CAPEX, "the days' share of what was invested");
    row("Running cost", Component.OPEX, "the days' share, from the ledger");
    row("Hidden cost", Component.HIDDEN, "the days' share: launch turbulence, time of managers");
    row("AI run cost", Component.AI_RUN, "all of it, metered; never taken off the benefit");
    sum("Cost", Account::cost, "the sum of these four");
    aside(
        "AI run cost covered",
        Component.AI_COVERED,
        "metered, and paid for by an entry of the ledger instead");
  }

  private void result() {
    table.group("Result");
    sum("Net value", Account::netValue, "benefit less cost");
    table.sum(
        Markup.text("Return"),
        returned(settled.account()),
        returned(all.account()),
        Markup.text("net value / cost"));
    aside(
        "Cash",
        Account::cash,
        "cashable saving and margin, less what was paid and the AI run cost");
    aside("Paid", Component.PAID, "costs of the ledger on the day they were paid");
    aside("Declared", Component.DECLARED, "all stated benefits, whether they are included or not");
  }

  private void quantities() {
    table.group("Quantities");
    count("Days", sum -> sum.account().get(Count.DAYS), "");
    count("Episodes", sum -> sum.account().get(Count.EPISODES), "begun from go-live on");
    count(
        "without baseline",
        sum -> sum.account().get(Count.EPISODES_WITHOUT_BASELINE),
        "counted on neither side of the saving");
    count("Interactions", sum -> sum.used().interactions(), "ended on these days");
    ratio(
        "Cost per interaction",
        sum -> sum.used().perInteraction(sum.used().interactionCost()),
        "people and AI");
    ratio(
        "Saving per interaction",
        sum -> sum.used().perInteraction(sum.account().saving()),
        "before AI run cost");
  }

  private Markup returned(Account account) {
    Ratio roi = account.roi();
    return roi.isDefined()
        ? Markup.text(PageText.percent(roi))
        : PageText.undefined(Headline.reason(account));
  }

  private Markup formula(String track, Account account) {
    String numbers =
        account.roi().isDefined()
            ? "(%s \u2212 %s) / %s = %s"
                .formatted(
                    PageText.money(account.benefit().micros()),
                    PageText.money(account.cost().micros()),
                    PageText.money(account.cost().micros()),
                    PageText.percent(account.roi()))
            : "undefined: " + Headline.reason(account);
    return Markup.styled(
        "p", "formula", Markup.styled("span", "track", Markup.text(track)), Markup.text(numbers));
  }

  private void row(String name, Component component, String meaning) {
    table.row(cells(name, account -> account.get(component), meaning));
  }

  private void aside(String name, Component component, String meaning) {
    aside(name, account -> account.get(component), meaning);
  }

  private void aside(String name, Function<Account, Amount> amount, String meaning) {
    table.aside(cells(name, amount, meaning));
  }

  private void sum(String name, Function<Account, Amount> amount, String meaning) {
    table.sum(cells(name, amount, meaning));
  }

  private void count(String name, Function<Sum, Long> count, String meaning) {
    table.row(
        Markup.text(name),
        Markup.text(PageText.count(count.apply(settled))),
        Markup.text(PageText.count(count.apply(all))),
        Markup.text(meaning));
  }

  private void ratio(String name, Function<Sum, Ratio> ratio, String meaning) {
    table.row(
        Markup.text(name),
        quotient(ratio.apply(settled)),
        quotient(ratio.apply(all)),
        Markup.text(meaning));
  }

  private static Markup quotient(Ratio micros) {
    return micros.isDefined()
        ? Markup.text(PageText.number(PageText.quotient(micros, MICROS_SHIFT, DECIMALS)))
        : PageText.undefined("a price or every interaction is missing");
  }

  private Markup[] cells(String name, Function<Account, Amount> amount, String meaning) {
    return new Markup[] {
      Markup.text(name),
      PageText.amount(amount.apply(settled.account())),
      PageText.amount(amount.apply(all.account())),
      Markup.text(meaning)
    };
  }
}
