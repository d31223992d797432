package org.contactroi.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.contactroi.kpi.Ratio;
import org.contactroi.report.Course.Balance;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.baseline.Baseline;

/** What stands at the top: the four figures that are asked for first, and what they are about. */
final class Headline {

  private static final String NONE = "none";

  private final Facts facts;
  private final int revision;
  private final Account settled;
  private final Account all;

  private Headline(Facts facts, int revision) {
    this.facts = facts;
    this.revision = revision;
    this.settled = facts.settled().account();
    this.all = facts.provisional().account();
  }

  /**
   * The head of a page.
   *
   * @param revision how often the page of the period was written; 0 when that is not told
   */
  static Markup of(Facts facts, int revision) {
    return new Headline(facts, revision).markup();
  }

  /** Why the return of an account is undefined. */
  static String reason(Account account) {
    if (account.get(Count.DAYS) == 0) {
      return "no day is settled yet";
    }
    return account.netValue().isDefined() ? "the cost is not above zero" : "a price is missing";
  }

  private Markup markup() {
    Markup figures =
        Markup.styled(
            "dl",
            "headline",
            figure("Return", returned(settled), "all days " + returned(all)),
            figure("Net value", net(settled), "all days " + net(all)),
            payback(),
            figure("Settled", fraction(), days()));
    return Markup.of(
        "header",
        notice(),
        Markup.styled("p", "kind", Markup.text("Return on investment")),
        Markup.of("h1", Markup.name(facts.subject().tenant())),
        Markup.styled(
            "p", "period", Markup.text(period() + ", amounts in " + facts.subject().currency())),
        figures,
        Markup.styled("p", "reading", Markup.text(Captions.of("reading"))),
        unlikePayback(),
        about());
  }

  /** What is in none of the figures, before all of them. */
  private Markup notice() {
    String notice = facts.subject().reached().notice();
    return notice == null
        ? Markup.NOTHING
        : Markup.with("p", "class=\"behind\" role=\"alert\"", Markup.text(notice));
  }

  /**
   * Return and payback may seem to contradict each other; with the amounts that tell them apart.
   */
  private Markup unlikePayback() {
    Amount net = all.netValue();
    if (!net.isDefined() || net.micros() <= 0 || facts.paidBack() != null) {
      return Markup.NOTHING;
    }
    Amount spread = all.cost();
    Amount paid = Course.paid(facts);
    return Markup.styled(
        "p",
        "reading",
        Markup.text(
            Captions.of("unlike-payback")
                .formatted(PageText.money(spread.micros()), PageText.money(paid.micros()))),
        Markup.with("a", "href=\"#payback\"", Markup.text(Captions.of("unlike-payback.see"))));
  }

  private static Markup figure(String name, String value, String note) {
    return Markup.of(
            "div",
            Markup.of("dt", Markup.text(name)),
            Markup.with(
                "dd",
                "class=\"" + (value.startsWith("undefined") ? "value undefined" : "value") + "\"",
                Markup.text(value)),
            Markup.styled("dd", "note", Markup.text(note)))
        .onItsOwnLine();
  }

  private static String returned(Account account) {
    return account.roi().isDefined()
        ? PageText.percent(account.roi())
        : "undefined: " + reason(account);
  }

  private static String net(Account account) {
    if (account.get(Count.DAYS) == 0) {
      return "undefined: " + reason(account);
    }
    return account.netValue().isDefined()
        ? PageText.money(account.netValue().micros())
        : "undefined: a price is missing";
  }

  private Markup payback() {
    LocalDate date = facts.paidBack();
    return figure("Payback", date == null ? "not yet" : PageText.day(date), balance());
  }

  private String balance() {
    List<Balance> course = Course.cash(facts);
    if (course.isEmpty()) {
      return "nothing was spent yet";
    }
    Balance last = course.get(course.size() - 1);
    return last.amount().isDefined()
        ? PageText.money(last.amount().micros()) + " since the first outlay"
        : "cash is undefined: a price is missing";
  }

  private String fraction() {
    return PageText.percent(new Ratio(settled.get(Count.DAYS), all.get(Count.DAYS)));
  }

  private String days() {
    return "%s of %s days"
        .formatted(PageText.count(settled.get(Count.DAYS)), PageText.count(all.get(Count.DAYS)));
  }

  private String period() {
    return PageText.day(facts.period().from()) + " to " + PageText.day(facts.period().to());
  }

  private Markup about() {
    Facts.Subject subject = facts.subject();
    return Markup.styled(
        "dl",
        "about",
        about("Tenant", Markup.name(subject.tenant())),
        about("Period", Markup.text(period())),
        revision == 0
            ? Markup.NOTHING
            : about("Revision of the page", Markup.text(PageText.count(revision))),
        about("Time zone", Markup.text(subject.zone().getId())),
        about("Currency", Markup.text(subject.currency())),
        about("Go-live", Markup.text(PageText.day(subject.goLive()))),
        about(
            "Policy version",
            names(
                facts.basis().policies().stream().map(entry -> entry.policy().version()).toList())),
        about("Baseline", names(facts.basis().baselines().stream().map(Baseline::id).toList())),
        about(
            "As of",
            Markup.text(
                PageText.instant(subject.reached().watermark(), subject.zone()) + ", event time")));
  }

  private static Markup about(String name, Markup value) {
    return Markup.of("div", Markup.of("dt", Markup.text(name)), Markup.of("dd", value))
        .onItsOwnLine();
  }

  private static Markup names(List<String> names) {
    return names.isEmpty()
        ? Markup.text(NONE)
        : new Markup(
            names.stream().map(Markup::name).map(Markup::html).collect(Collectors.joining(", ")));
  }
}
