package org.contactroi.app.money;

import static org.contactroi.report.StatementRow.UNDEFINED;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.notation.ChoiceText;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.record.StatementRecords;
import org.contactroi.report.MoneyUnit;
import org.contactroi.report.StatementRow;
import org.contactroi.report.TextTable;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.TrackSum;

/** A statement for reading: every component, the return with its numbers written out. */
final class StatementText {

  private final StatedMoney stated;
  private final Map<String, StatementTrack> tracks;

  /**
   * A statement.
   *
   * @param tracks those that are wanted
   */
  StatementText(StatedMoney stated, List<Track> tracks) {
    this.stated = stated;
    this.tracks = new LinkedHashMap<>();
    tracks.forEach(track -> this.tracks.put(track.id(), track.of(stated.statement())));
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(title());
    lines.add("");
    lines.addAll(figures());
    lines.add("");
    tracks.forEach((name, track) -> lines.add(formula(name, track)));
    addPayback(lines);
    addPhases(lines);
    addScores(lines);
    lines.addAll(unpriced(tracks));
    return lines;
  }

  /** What a figure is undefined for, and how much of it has a price. */
  static List<String> unpriced(Map<String, StatementTrack> tracks) {
    List<String> lines = new ArrayList<>();
    tracks.forEach(
        (name, track) -> {
          for (UnpricedLine line : missing(track)) {
            lines.add(
                "without price (%s): %s %s, quantity %d"
                    .formatted(name, line.getResource(), line.getKey(), line.getQuantity()));
          }
          long more = amounts(track).mapToLong(MoneyAmount::getUnpricedMore).max().orElse(0);
          if (more > 0) {
            lines.add("without price (%s): %d more".formatted(name, more));
          }
        });
    if (!lines.isEmpty()) {
      lines.add(0, "");
    }
    return lines;
  }

  private List<String> title() {
    StatementRecord statement = stated.statement();
    Ratio settled = statement.getSettledFraction();
    String horizon = Horizon.valueOf(statement.getHorizon().name()).id();
    return List.of(
        "Return on investment of '%s', %s, %s to %s, in %s"
            .formatted(
                statement.getTenantId(),
                horizon,
                statement.getFrom(),
                statement.getTo(),
                statement.getCurrency()),
        "%s: %d of %d days settled; go-live %s; baseline %s"
            .formatted(
                statement.getStatus(),
                settled.getNumerator(),
                settled.getDenominator(),
                statement.getGoLive(),
                stated.baseline() == null ? "none" : "'" + stated.baseline() + "'"),
        stated.origin());
  }

  private List<String> figures() {
    TextTable table = new TextTable();
    table.add("", List.copyOf(tracks.keySet()));
    List<TrackSum> sums = tracks.values().stream().map(StatementRecords::sum).toList();
    for (StatementRow row : StatementRow.of(sums)) {
      table.add(row.title(), sums.stream().map(row::text).toList());
    }
    return table.lines();
  }

  /** For instance {@code (B - C) / C = (1 234.00 - 900.00) / 900.00 = 37.11 %}. */
  private static String formula(String name, StatementTrack track) {
    String title = String.format(Locale.ROOT, "return, %-12s ", name);
    Long benefit = track.getBenefit().getMicros();
    Long cost = track.getCost().getMicros();
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

  private static String whyUndefined(StatementTrack track) {
    return missing(track).stream()
        .map(line -> "no price of %s %s".formatted(line.getResource(), line.getKey()))
        .collect(Collectors.joining(", "));
  }

  private void addPayback(List<String> lines) {
    StatementPayback payback = stated.statement().getPayback();
    if (payback == null) {
      return;
    }
    lines.add("");
    lines.add("payback            " + (payback.getDate() == null ? "not yet" : payback.getDate()));
    Long days = payback.getRunRateDays();
    lines.add(
        "payback run rate   "
            + (days == null
                ? UNDEFINED + ": " + whyNoRunRate(payback)
                : days + " days, at the cash of the trailing 30 days"));
    lines.add("cumulative cash    " + text(payback.getCumulativeCash()));
    Long present = payback.getNetPresentValueMicros();
    lines.add(
        "net present value  "
            + (present == null
                ? UNDEFINED + ": " + whyNoPresentValue(payback)
                : MoneyUnit.MONEY.text(present)));
  }

  private static String whyNoRunRate(StatementPayback payback) {
    return payback.getNetPresentValueMicros() == null
        ? whyNoPresentValue(payback)
        : "cash of the trailing 30 days does not bring back what is missing";
  }

  /** Before the first outlay the balance is 0, which is defined. */
  private static String whyNoPresentValue(StatementPayback payback) {
    return payback.getCumulativeCash().getMicros() == null
        ? "a price is missing"
        : "nothing was paid yet";
  }

  private static String text(MoneyAmount amount) {
    Long micros = amount.getMicros();
    return micros == null
        ? "%s: a price is missing; %s have one"
            .formatted(UNDEFINED, MoneyUnit.MONEY.text(amount.getPricedMicros()))
        : MoneyUnit.MONEY.text(micros);
  }

  private void addPhases(List<String> lines) {
    for (StatementRecord phase : stated.phases()) {
      lines.add("");
      lines.add(
          "phase %s, %s to %s"
              .formatted(
                  Horizon.valueOf(phase.getHorizon().name()).id(), phase.getFrom(), phase.getTo()));
      tracks.keySet().forEach(name -> lines.add("  " + formula(name, Track.of(name).of(phase))));
    }
  }

  private void addScores(List<String> lines) {
    lines.add("");
    TextTable table = new TextTable();
    table.add("beside the return", List.of("now", "baseline", "n"));
    for (ScoreLine line : stated.statement().getScorecard()) {
      Long baseline = line.getBaseline();
      Ratio value = line.getValue();
      table.add(
          ChoiceText.of(line.getScore()),
          List.of(
              value.getDenominator() == 0
                  ? UNDEFINED
                  : MoneyUnit.SCORE.text(Fraction.of(value.getNumerator(), value.getDenominator())),
              baseline == null ? "unknown" : MoneyUnit.SCORE.text(baseline),
              Long.toString(line.getN())));
    }
    lines.addAll(table.lines());
  }

  private static List<UnpricedLine> missing(StatementTrack track) {
    Map<String, UnpricedLine> byName = new LinkedHashMap<>();
    amounts(track)
        .flatMap(amount -> amount.getUnpriced().stream())
        .forEach(line -> byName.putIfAbsent(line.getResource() + " " + line.getKey(), line));
    return new TreeSet<>(byName.keySet()).stream().map(byName::get).toList();
  }

  /** All others are parts of these. */
  private static Stream<MoneyAmount> amounts(StatementTrack track) {
    return Stream.of(
        track.getBenefit(),
        track.getCost(),
        track.getSaving(),
        track.getPaid(),
        track.getInteractionCost());
  }
}
