package org.contactroi.app.money;

import static org.contactroi.report.StatementRow.UNDEFINED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.contactroi.kpi.Ratio;
import org.contactroi.notation.ChoiceText;
import org.contactroi.record.TenantStatement;
import org.contactroi.record.TenantStatement.Booked;
import org.contactroi.report.MoneyUnit;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.report.UnpricedText;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.Payback;
import org.contactroi.roi.statement.Scorecard;
import org.contactroi.roi.statement.TrackSum;

/**
 * A statement for reading: every component, the return with its numbers written out.
 *
 * @param tracks those that are wanted
 */
record StatementText(StatedMoney stated, List<Track> tracks) {

  private static final int COMPARED = 4;

  StatementText {
    tracks = List.copyOf(tracks);
  }

  List<String> lines() {
    Map<String, Booked> booked = booked(stated.statement());
    List<String> lines = new ArrayList<>(title());
    lines.add("");
    lines.addAll(figures(booked));
    lines.add("");
    booked.forEach((name, track) -> lines.add(formula(name, track)));
    addPayback(lines);
    addPhases(lines);
    addScores(lines);
    lines.addAll(unpriced(booked));
    return lines;
  }

  private Map<String, Booked> booked(TenantStatement statement) {
    Map<String, Booked> booked = new LinkedHashMap<>();
    tracks.forEach(track -> booked.put(track.id(), track.of(statement)));
    return booked;
  }

  /** What a figure is undefined for, and how much of it has a price. */
  static List<String> unpriced(Map<String, Booked> tracks) {
    List<String> lines = new ArrayList<>();
    tracks.forEach(
        (name, track) -> {
          for (Amount.Unpriced line : track.missing()) {
            lines.add(
                "without price (%s): %s %s, %s"
                    .formatted(
                        name,
                        UnpricedText.resource(line),
                        line.key(),
                        UnpricedText.quantity(line)));
          }
          if (track.unlisted() > 0) {
            lines.add("without price (%s): %d more".formatted(name, track.unlisted()));
          }
        });
    if (!lines.isEmpty()) {
      lines.add(0, "");
    }
    return lines;
  }

  private List<String> title() {
    TenantStatement statement = stated.statement();
    Ratio settled = statement.settledFraction();
    return List.of(
        "Return on investment of '%s', %s, %s to %s, in %s"
            .formatted(
                statement.tenant(),
                statement.horizon().id(),
                statement.from(),
                statement.to(),
                statement.currency()),
        "%s: %d of %d days settled; go-live %s; baseline %s"
            .formatted(
                statement.isSettled() ? "SETTLED" : "PROVISIONAL",
                settled.numerator(),
                settled.denominator(),
                statement.goLive(),
                stated.baselineId() == null ? "none" : "'" + stated.baselineId() + "'"),
        stated.origin());
  }

  private static List<String> figures(Map<String, Booked> tracks) {
    TextTable table = new TextTable();
    table.add("", List.copyOf(tracks.keySet()));
    List<TrackSum> sums = tracks.values().stream().map(Booked::sum).toList();
    for (StatementRow row : StatementRow.of(sums)) {
      table.add(row.title(), sums.stream().map(row::text).toList());
    }
    return table.lines();
  }

  /** For instance {@code (B - C) / C = (1 234.00 - 900.00) / 900.00 = 37.11 %}. */
  private static String formula(String name, Booked track) {
    String title = String.format(Locale.ROOT, "return, %-12s ", name);
    Long benefit = track.sum().account().benefit().orNull();
    Long cost = track.sum().account().cost().orNull();
    if (benefit == null || cost == null) {
      return title + UNDEFINED + ": " + whyUndefined(track);
    }
    String numbers =
        "(B - C) / C = (%s - %s) / %s = "
            .formatted(
                MoneyUnit.MONEY.text(benefit),
                MoneyUnit.MONEY.text(cost),
                MoneyUnit.MONEY.text(cost));
    return cost <= 0
        ? title + numbers + UNDEFINED + ": the cost is not above 0"
        : title
            + numbers
            + MoneyUnit.SHARE.text(Fraction.of(Math.subtractExact(benefit, cost), cost));
  }

  private static String whyUndefined(Booked track) {
    return track.missing().stream()
        .map(line -> "no price of %s %s".formatted(UnpricedText.resource(line), line.key()))
        .collect(Collectors.joining(", "));
  }

  private void addPayback(List<String> lines) {
    Payback payback = stated.statement().payback();
    if (payback == null) {
      return;
    }
    lines.add("");
    lines.add("payback            " + (payback.date() == null ? "not yet" : payback.date()));
    Long days = payback.runRateDays();
    lines.add(
        "payback run rate   "
            + (days == null
                ? UNDEFINED + ": " + whyNoRunRate(payback)
                : days + " days, at the cash of the trailing 30 days"));
    lines.add("cumulative cash    " + text(payback.balance()));
    lines.addAll(unlikeReturn(payback));
    Long present = payback.netPresentMicros();
    lines.add(
        "net present value  "
            + (present == null
                ? UNDEFINED + ": " + whyNoPresentValue(payback)
                : MoneyUnit.MONEY.text(present)));
  }

  /** A return and no payback seem to contradict each other; why they do not. */
  private List<String> unlikeReturn(Payback payback) {
    Long net = stated.statement().provisional().sum().account().netValue().orNull();
    return payback.date() == null && net != null && net > 0
        ? List.of(
            "  cash counts all that was paid, on the day it was paid; the return charges each day its share of it.",
            "  Cash leaves out capacity, customers kept and declared benefits, which are no money that came in.")
        : List.of();
  }

  private static String whyNoRunRate(Payback payback) {
    return payback.netPresentMicros() == null
        ? whyNoPresentValue(payback)
        : "cash of the trailing 30 days does not bring back what is missing";
  }

  /** Before the first outlay the balance is 0, which is defined. */
  private static String whyNoPresentValue(Payback payback) {
    return payback.balance().isDefined() ? "nothing was paid yet" : "a price is missing";
  }

  private static String text(Amount amount) {
    String micros = MoneyUnit.MONEY.text(amount.micros());
    return amount.isDefined()
        ? micros
        : "%s: a price is missing; %s have one".formatted(UNDEFINED, micros);
  }

  private void addPhases(List<String> lines) {
    for (TenantStatement phase : stated.phases()) {
      lines.add("");
      lines.add("phase %s, %s to %s".formatted(phase.horizon().id(), phase.from(), phase.to()));
      booked(phase).forEach((name, track) -> lines.add("  " + formula(name, track)));
    }
  }

  private void addScores(List<String> lines) {
    lines.add("");
    TextTable table = new TextTable(column -> column == 0 || column == COMPARED);
    table.add("beside the return", List.of("now", "baseline", "n", "compared with"));
    for (Scorecard.Line line : stated.statement().scores()) {
      Integer baseline = line.baseline();
      Ratio value = line.value();
      table.add(
          ChoiceText.of(line.score()),
          List.of(
              value.isDefined()
                  ? MoneyUnit.SCORE.text(Fraction.of(value.numerator(), value.denominator()))
                  : UNDEFINED,
              baseline == null ? "unknown" : MoneyUnit.SCORE.text(baseline),
              Long.toString(line.n()),
              baseline == null ? "" : comparedWith(line.score())));
    }
    lines.addAll(table.lines());
  }

  /** The figure of the baseline, and when it was measured. */
  private String comparedWith(Score score) {
    Baseline baseline = stated.baseline();
    return baseline == null
        ? score.figure() + " of a baseline that is not published any more"
        : "%s of '%s', %s to %s"
            .formatted(score.figure(), baseline.id(), baseline.from(), baseline.to());
  }
}
