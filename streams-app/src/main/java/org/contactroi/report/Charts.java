package org.contactroi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contactroi.kpi.Ratio;
import org.contactroi.kpi.Totals;
import org.contactroi.report.Chart.Mark;
import org.contactroi.report.Chart.Series;
import org.contactroi.report.Chart.Shape;
import org.contactroi.report.Course.Balance;
import org.contactroi.report.Course.Part;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Baselines;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.UseCosts;
import org.jspecify.annotations.Nullable;

/** The charts of a report; all show all days, settled or not. */
final class Charts {

  private static final int MONEY_DECIMALS = 2;
  private static final int PERCENT_DECIMALS = 1;
  private static final int PERCENT_SHIFT = 2;
  private static final int MICROS_SHIFT = -6;

  private final Facts facts;
  private final String currency;
  private final List<Part> parts;

  private Charts(Facts facts) {
    this.facts = facts;
    this.currency = facts.subject().currency();
    this.parts = Course.of(facts);
  }

  static List<Chart> of(Facts facts) {
    Charts charts = new Charts(facts);
    return List.of(
        charts.cash(),
        charts.costPerEpisode(),
        charts.benefitAndCost(),
        charts.containment(),
        charts.firstContactResolution(),
        charts.aiRunCost());
  }

  private Chart cash() {
    List<Balance> balances = Course.cash(facts);
    List<LocalDate> days = balances.stream().map(Balance::day).toList();
    return new Chart(
        Captions.of("cash.title"),
        Captions.of("cash.says"),
        currency,
        "day",
        days.stream().map(PageText::day).toList(),
        List.of(
            new Series(
                "Cash since the first outlay",
                Shape.LINE,
                Ink.ACCENT,
                balances.stream().map(balance -> units(balance.amount())).toList())),
        Set.of(),
        paidBack(days));
  }

  private @Nullable Mark paidBack(List<LocalDate> days) {
    LocalDate date = facts.paidBack();
    int place = date == null ? -1 : days.indexOf(date);
    return date == null || place < 0 ? null : new Mark(place, "paid back " + PageText.day(date));
  }

  private Chart costPerEpisode() {
    return steps(
        "episode",
        currency,
        line(
            "Without the AI, per episode",
            Ink.GREY,
            part -> money(perEpisode(part, Component.COUNTERFACTUAL))),
        line("With the AI, per episode", Ink.ACCENT, Charts::withAi),
        line("Per interaction", Ink.LIGHT, part -> money(part.sum().use().each())));
  }

  private Chart benefitAndCost() {
    return steps(
        "balance",
        currency,
        stack("Cashable saving", Ink.ACCENT, Component.CASHABLE),
        stack("Margin of sales", Ink.ACCENT_HATCHED, Component.MARGIN),
        stack("Customers kept", Ink.ACCENT_DOTTED, Component.RETENTION),
        stack("Declared, included", Ink.ACCENT_PALE, Component.DECLARED_INCLUDED),
        below("Investment, spread", Ink.DARK, Component.CAPEX),
        below("Running cost", Ink.GREY, Component.OPEX),
        below("Hidden cost", Ink.LIGHT, Component.HIDDEN),
        below("AI run cost", Ink.PALE, Component.AI_RUN),
        line("Net value", Ink.BLACK, part -> units(part.sum().account().netValue())));
  }

  private Chart containment() {
    return steps(
        "containment",
        "%",
        line(
            "Settled",
            Ink.ACCENT,
            part -> share("containment_settled", part.counted().containment())),
        line(
            "Technical",
            Ink.GREY,
            part -> share("containment_technical", part.counted().containment())));
  }

  private Chart firstContactResolution() {
    List<Series> series =
        new ArrayList<>(
            List.of(
                line(
                    "First-contact resolution",
                    Ink.ACCENT,
                    part -> share("fcr", part.counted().resolution()))));
    Series baseline = line("Baseline " + names(), Ink.GREY, part -> baseline(part, Score.FCR));
    if (!baseline.isEmpty()) {
      series.add(baseline);
    }
    return steps("resolution", "%", series.toArray(Series[]::new));
  }

  private Chart aiRunCost() {
    SortedSet<String> resources = new TreeSet<>();
    parts.forEach(part -> resources.addAll(part.sum().use().aiRun().keySet()));
    Ink[] inks = {Ink.ACCENT, Ink.ACCENT_HATCHED, Ink.ACCENT_DOTTED, Ink.GREY, Ink.PALE};
    List<Series> series = new ArrayList<>();
    for (String resource : resources) {
      series.add(
          values(
              words(resource),
              Shape.STACK,
              inks[series.size() % inks.length],
              part -> units(part.sum().use().aiRun().getOrDefault(resource, Amount.ZERO))));
    }
    return steps("ai-run", currency, series.toArray(Series[]::new));
  }

  /** A chart over the steps of the period; stacks without anything in them are left out. */
  private Chart steps(String caption, String unit, Series... series) {
    List<Series> shown =
        Arrays.stream(series)
            .filter(each -> each.shape() == Shape.LINE || !each.isEmpty())
            .toList();
    return new Chart(
        Captions.of(caption + ".title"),
        Captions.of(caption + ".says") + (partial().isEmpty() ? "" : Captions.of("partial")),
        unit,
        facts.period().step().word(),
        labels(),
        shown,
        partial(),
        null);
  }

  private Set<Integer> partial() {
    return IntStream.range(0, parts.size())
        .filter(place -> parts.get(place).lacks() != null)
        .boxed()
        .collect(Collectors.toSet());
  }

  private List<String> labels() {
    return parts.stream().map(Part::text).toList();
  }

  private Series line(String name, Ink ink, Function<Part, @Nullable BigDecimal> value) {
    return values(name, Shape.LINE, ink, value);
  }

  private Series stack(String name, Ink ink, Component component) {
    return values(name, Shape.STACK, ink, part -> units(part.sum().account().get(component)));
  }

  private Series below(String name, Ink ink, Component component) {
    return values(
        name, Shape.STACK, ink, part -> units(part.sum().account().get(component).negated()));
  }

  private Series values(
      String name, Shape shape, Ink ink, Function<Part, @Nullable BigDecimal> value) {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    parts.forEach(part -> values.add(value.apply(part)));
    return new Series(name, shape, ink, values);
  }

  private static Ratio perEpisode(Part part, Component component) {
    Account account = part.sum().account();
    long episodes = account.get(Count.EPISODES) - account.get(Count.EPISODES_WITHOUT_BASELINE);
    return UseCosts.per(account.get(component), episodes);
  }

  /** People over the episodes with a baseline, and the AI over all. */
  private static @Nullable BigDecimal withAi(Part part) {
    BigDecimal people = money(perEpisode(part, Component.ACTUAL));
    BigDecimal ai =
        money(UseCosts.per(part.sum().use().aiRunCost(), part.sum().account().get(Count.EPISODES)));
    return people == null || ai == null ? null : people.add(ai);
  }

  /** What the baseline says that the last day of a step is held against. */
  private @Nullable BigDecimal baseline(Part part, Score score) {
    Baseline baseline = new Baselines(facts.basis().baselines()).at(part.last());
    Integer hundredths = baseline == null ? null : baseline.scores().get(score);
    return hundredths == null ? null : BigDecimal.valueOf(hundredths, 2);
  }

  private String names() {
    return facts.basis().baselines().stream().map(Baseline::id).collect(Collectors.joining(", "));
  }

  private static @Nullable BigDecimal share(String figure, Totals totals) {
    Ratio share = totals.family().figure(figure).from(totals);
    return share.isDefined() ? PageText.quotient(share, PERCENT_SHIFT, PERCENT_DECIMALS) : null;
  }

  private static @Nullable BigDecimal money(Ratio micros) {
    return micros.isDefined() ? PageText.quotient(micros, MICROS_SHIFT, MONEY_DECIMALS) : null;
  }

  private static @Nullable BigDecimal units(Amount amount) {
    return amount.isDefined()
        ? PageText.units(amount.micros()).setScale(MONEY_DECIMALS, RoundingMode.HALF_EVEN)
        : null;
  }

  private static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
