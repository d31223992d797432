package org.contactroi.report;

import java.time.LocalDate;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.report.Course.Balance;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.roi.statement.Payback;
import org.jspecify.annotations.Nullable;

/** When the money comes back, and why that is not the same as the return. */
final class BridgeSection {

  private static final int BP_DECIMALS = 2;

  private final Facts facts;
  private final Account period;

  private BridgeSection(Facts facts) {
    this.facts = facts;
    this.period = facts.provisional().account();
  }

  static Markup of(Facts facts) {
    BridgeSection section = new BridgeSection(facts);
    return Markup.all(
        Captions.paragraph("payback"), section.payback(), section.bridge(), section.note());
  }

  private Markup payback() {
    Table table = new Table("Payback, in " + currency()).words("").numbers("").words("What it is");
    row(table, "payback.date", date());
    row(table, "payback.run-rate", runRate());
    row(table, "payback.npv", presentValue());
    return table.markup();
  }

  private static void row(Table table, String caption, Markup value) {
    table.row(Markup.text(Captions.of(caption)), value, Markup.text(Captions.of(caption + ".is")));
  }

  private Markup date() {
    LocalDate date = facts.paidBack();
    return Markup.text(date == null ? "not yet" : PageText.day(date));
  }

  private Markup runRate() {
    Payback payback = facts.payback();
    if (!facts.isToDate()) {
      return onlyToDate();
    }
    if (payback == null || payback.netPresentMicros() == null) {
      return PageText.undefined(whyNone());
    }
    Long days = payback.runRateDays();
    return days == null
        ? PageText.undefined("the last 30 days do not bring back what is missing")
        : Markup.text(days == 0 ? "nothing is missing" : PageText.count(days) + " days");
  }

  private Markup presentValue() {
    Payback payback = facts.payback();
    if (!facts.isToDate()) {
      return onlyToDate();
    }
    Long micros = payback == null ? null : payback.netPresentMicros();
    return micros == null
        ? PageText.undefined(whyNone())
        : Markup.text(PageText.money(micros) + discounted());
  }

  private String discounted() {
    return facts.basis().policies().stream()
        .map(PolicyEntry::money)
        .reduce((one, later) -> later)
        .map(BridgeSection::rate)
        .orElse("");
  }

  private static String rate(@Nullable MoneyPolicy money) {
    return money == null
        ? ""
        : " at " + PageText.exact(money.annualRateBp(), BP_DECIMALS) + "\u202F% a year";
  }

  private String whyNone() {
    return cash().isDefined() ? "nothing was paid yet" : "a price is missing";
  }

  private Markup onlyToDate() {
    LocalDate lastDay = facts.subject().reached().lastDay();
    return Markup.text(
        "stated for the return to date only"
            + (lastDay == null ? "" : ", which goes to " + PageText.day(lastDay)));
  }

  /** From the net value of the period to all cash, line by line. */
  private Markup bridge() {
    Amount balance = cash();
    Table table =
        new Table("From net value to cash, all days, in " + currency())
            .words("")
            .numbers("Amount")
            .words("Why");
    amount(table, "sum", "bridge.net", period.netValue());
    amount(table, "", "bridge.retention", period.get(Component.RETENTION).negated());
    amount(table, "", "bridge.declared", period.get(Component.DECLARED_INCLUDED).negated());
    amount(table, "", "bridge.spread", spread());
    amount(table, "", "bridge.paid", period.get(Component.PAID).negated());
    amount(table, "sum", "bridge.cash", period.cash());
    amount(table, "", "bridge.before", balance.plus(period.cash().negated()));
    amount(table, "sum", "bridge.balance", balance);
    return table.markup();
  }

  private static void amount(Table table, String style, String caption, Amount amount) {
    table.row(
        style,
        Markup.text(Captions.of(caption)),
        PageText.amount(amount),
        Markup.text(Captions.of(caption + ".is")));
  }

  private Amount spread() {
    return period
        .get(Component.CAPEX)
        .plus(period.get(Component.OPEX))
        .plus(period.get(Component.HIDDEN));
  }

  private Amount cash() {
    return Course.cash(facts).stream()
        .reduce((earlier, later) -> later)
        .map(Balance::amount)
        .orElse(Amount.ZERO);
  }

  private Markup note() {
    return Markup.styled("p", "note", Markup.text(Captions.of("bridge.note")));
  }

  private String currency() {
    return facts.subject().currency();
  }
}
