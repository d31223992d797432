package org.contactroi.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.statement.TrackSum;

/** The statement: every row on both tracks, and the formula with its numbers. */
final class StatementSection {

  private static final int MICROS_SHIFT = -6;
  private static final int DECIMALS = 2;

  private final TrackSum settled;
  private final TrackSum all;
  private final Map<String, StatementRow> rows;
  private final Table table;

  private StatementSection(Facts facts) {
    this.settled = facts.settled();
    this.all = facts.provisional();
    this.rows =
        StatementRow.of(List.of(settled, all)).stream()
            .collect(Collectors.toMap(StatementRow::name, Function.identity()));
    this.table =
        new Table("Amounts in " + facts.subject().currency())
            .words("")
            .numbers("Settled (official)", "All days (provisional)")
            .words("What it is");
  }

  static Markup of(Facts facts) {
    return new StatementSection(facts).markup();
  }

  private Markup markup() {
    table.group("What people would have cost, and what they cost");
    rows("counterfactual", "aside frozen", "actual", "sum saving", "aside capacity");
    table.group("Benefit");
    rows("cashable", "margin", "retention", "declared_included", "sum benefit");
    table.group("Cost");
    rows("capex", "opex", "hidden", "ai_run", "sum cost", "aside ai_covered");
    table.group("Result");
    rows("sum net_value", "sum roi", "aside cash", "aside paid", "aside declared");
    table.group("Quantities");
    rows("days", "episodes", "aside episodes_without_baseline", "interactions");
    rows("cost_per_interaction", "saving_per_interaction");
    return Markup.all(
        table.markup(),
        Markup.of("h3", Markup.text("The return with its numbers")),
        Markup.styled("p", "formula", Markup.text("return = (benefit \u2212 cost) / cost")),
        formula("Settled", settled.account()),
        formula("All days", all.account()),
        Markup.styled("p", "note", Markup.text(Captions.of("statement.note"))));
  }

  /** Rows by their names, some with a style before it. */
  private void rows(String... styled) {
    for (String each : styled) {
      String name = each.substring(each.indexOf(' ') + 1);
      StatementRow row = rows.get(name);
      if (row == null) {
        throw new IllegalArgumentException("a statement has no row '" + name + "'");
      }
      table.row(
          each.substring(0, each.length() - name.length()).strip(),
          Markup.text(Captions.of("row." + name)),
          cell(row, settled),
          cell(row, all),
          Markup.text(Captions.of("row." + name + ".is")));
    }
  }

  private static Markup cell(StatementRow row, TrackSum sum) {
    Fraction value = row.value().apply(sum);
    if (value == null) {
      return PageText.undefined(reason(row, sum));
    }
    return Markup.text(
        switch (row.unit()) {
          case MONEY -> PageText.number(PageText.quotient(value, MICROS_SHIFT, DECIMALS));
          case SHARE -> PageText.percent(value);
          case COUNT -> PageText.count(value.rounded());
          case HOURS, SCORE -> row.text(value);
        });
  }

  private static String reason(StatementRow row, TrackSum sum) {
    Fraction priced = row.priced().apply(sum);
    if (priced != null) {
      return "a price is missing, priced " + PageText.money(priced.rounded());
    }
    return row.unit() == MoneyUnit.SHARE
        ? Headline.reason(sum.account())
        : "a price or every interaction is missing";
  }

  private static Markup formula(String track, Account account) {
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
}
