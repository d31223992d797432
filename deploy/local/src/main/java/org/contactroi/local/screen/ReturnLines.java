package org.contactroi.local.screen;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.app.kpis.KpiTable;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Figure;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.record.TenantStatement;
import org.contactroi.report.MoneyUnit;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.simulator.scenario.Baseline;
import org.jspecify.annotations.Nullable;

/** The return on the screen: what is stated of it, and what it comes from. */
record ReturnLines(ScreenWords words, Glance glance) {

  private static final long MILLIS_PER_MINUTE = 60_000;

  /**
   * A line.
   *
   * @param name empty where it goes on with the line before
   */
  record Line(String name, String value, String note) {}

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    glance
        .statement()
        .ifPresentOrElse(
            statement -> lines.addAll(money(statement)),
            () -> lines.add(line("return", words.of("undefined"), words.of("undefined.money"))));
    lines.add(containment());
    glance.statement().ifPresent(statement -> lines.add(resolution(statement)));
    glance.before().ifPresent(before -> lines.addAll(causes(before)));
    return lines;
  }

  private List<Line> money(TenantStatement statement) {
    Account settled = statement.settled().sum().account();
    Account all = statement.provisional().sum().account();
    String currency = statement.currency();
    return List.of(
        line(
            "return",
            isStated(settled) && settled.roi().isDefined()
                ? signed(settled.roi())
                : words.of("undefined"),
            isStated(settled) && settled.roi().isDefined()
                ? words.of(
                    "return.note",
                    all.roi().isDefined() ? signed(all.roi()) : words.of("undefined"))
                : reason(settled)),
        line(
            "net",
            isStated(settled) ? amount(settled.netValue(), currency) : words.of("undefined"),
            words.of("net.note", amount(all.netValue(), currency))),
        payback(statement),
        cost(all, currency));
  }

  private static boolean isStated(Account settled) {
    return settled.get(Count.DAYS) > 0;
  }

  private String reason(Account settled) {
    if (!isStated(settled)) {
      return words.of("undefined.settled");
    }
    return words.of(settled.netValue().isDefined() ? "undefined.cost" : "undefined.price");
  }

  private Line payback(TenantStatement statement) {
    Payback payback = statement.payback();
    if (payback == null) {
      return line("payback", words.of("payback.not-yet"), "");
    }
    String cash = amount(payback.balance(), statement.currency());
    LocalDate date = payback.date();
    if (date == null) {
      Long days = payback.runRateDays();
      return line(
          "payback",
          words.of("payback.not-yet"),
          days == null ? "" : words.of("payback.pace", days, cash));
    }
    return line(
        "payback",
        words.of("payback.value", date),
        words.of("payback.note", ChronoUnit.DAYS.between(statement.goLive(), date), cash));
  }

  /**
   * What an issue cost before and costs now, of the same episodes at the same prices, and what it
   * costs with all that is paid for the AI.
   */
  private Line cost(Account all, String currency) {
    long episodes = all.get(Count.EPISODES) - all.get(Count.EPISODES_WITHOUT_BASELINE);
    Amount run = all.get(Component.AI_RUN).plus(all.get(Component.AI_COVERED));
    String before = each(all.get(Component.COUNTERFACTUAL), episodes);
    String now = each(all.get(Component.ACTUAL).plus(run), episodes);
    String whole = each(all.get(Component.ACTUAL).plus(all.cost()), episodes);
    return line(
        "cost", words.of("cost.value", before, now, currency), words.of("cost.note", whole));
  }

  private Line containment() {
    Totals totals = glance.total(Containment.FAMILY);
    return line(
        "containment",
        share(Containment.FAMILY.figure("containment_settled").from(totals)),
        words.of("containment.note", MoneyUnit.COUNT.text(totals.get(Containment.SESSIONS))));
  }

  private Line resolution(TenantStatement statement) {
    Scorecard.Line score =
        statement.scores().stream()
            .filter(line -> line.score() == Score.FCR)
            .findFirst()
            .orElse(new Scorecard.Line(Score.FCR, Ratio.UNDEFINED, null));
    return line(
        "resolution",
        score.value().isDefined() ? hundredths(score.value()) : words.of("undefined"),
        words.of("resolution.note", before(score.baseline())));
  }

  private String before(@Nullable Integer baseline) {
    return baseline == null ? words.of("undefined") : hundredths(new Ratio(baseline, 1));
  }

  /** The three factors of the work that an issue takes. */
  private List<Line> causes(Baseline.Sample before) {
    Breakdown now = glance.total(Saving.FAMILY).breakdown(Saving.CELLS);
    long episodes = now.total(SavingQuantity.EPISODES);
    long contacts = now.total(SavingQuantity.CONTACTS);
    long handled = now.total(SavingQuantity.HANDLED_CONTACTS);
    return List.of(
        line(
            "saving",
            change(
                share(new Ratio(before.handled(), before.contacts())),
                share(new Ratio(handled, contacts))),
            words.of("saving.handled")),
        new Line(
            "",
            change(
                count(new Ratio(before.contacts(), before.episodes())),
                count(new Ratio(contacts, episodes))),
            words.of("saving.contacts")),
        new Line(
            "",
            change(
                minutes(new Ratio(before.effort(), before.handled())),
                minutes(new Ratio(now.total(SavingQuantity.EFFORT_MS), handled))),
            words.of("saving.effort")));
  }

  private Line line(String name, String value, String note) {
    return new Line(words.of(name), value, note);
  }

  private static String change(String before, String now) {
    return before + " -> " + now;
  }

  private static String share(Ratio ratio) {
    return KpiTable.text(Figure.Unit.SHARE, ratio);
  }

  private static String count(Ratio ratio) {
    return KpiTable.text(Figure.Unit.COUNT, ratio);
  }

  private static String minutes(Ratio millis) {
    return millis.isDefined()
        ? KpiTable.text(
            Figure.Unit.POINTS,
            new Ratio(
                millis.numerator(), Math.multiplyExact(millis.denominator(), MILLIS_PER_MINUTE)))
        : KpiTable.text(Figure.Unit.POINTS, millis);
  }

  private static String hundredths(Ratio ratio) {
    return MoneyUnit.SCORE.text(Fraction.of(ratio.numerator(), ratio.denominator())) + " %";
  }

  private static String signed(Ratio ratio) {
    String text = MoneyUnit.SHARE.text(Fraction.of(ratio.numerator(), ratio.denominator()));
    return ratio.numerator() > 0 ? "+" + text : text;
  }

  private String amount(Amount amount, String currency) {
    return amount.isDefined()
        ? MoneyUnit.MONEY.text(amount.micros()) + " " + currency
        : words.of("undefined.price");
  }

  private String each(Amount amount, long episodes) {
    return amount.isDefined() && episodes > 0
        ? MoneyUnit.MONEY.text(Fraction.of(amount.micros(), episodes))
        : "-";
  }
}
