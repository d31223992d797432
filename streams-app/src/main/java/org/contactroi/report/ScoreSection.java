package org.contactroi.report;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contactroi.kpi.Ratio;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.statement.ReportedDay;
import org.contactroi.roi.statement.Scorecard;
import org.jspecify.annotations.Nullable;

/** How customers and agents fared, each score beside the figure that it is compared with. */
final class ScoreSection {

  private static final int HUNDREDTHS_SHIFT = -2;
  private static final int DECIMALS = 2;

  private final Facts facts;
  private final Map<Score, Ratio> values = new EnumMap<>(Score.class);
  private final Map<Score, Set<Integer>> baselines = new EnumMap<>(Score.class);

  private ScoreSection(Facts facts) {
    this.facts = facts;
    for (ReportedDay day : facts.daysOfPeriod()) {
      for (Scorecard.Line line : day.scores()) {
        add(line);
      }
    }
  }

  /** Where a baseline is valid on some days, the others have no part in the comparison. */
  private void add(Scorecard.Line line) {
    Score score = line.score();
    Integer baseline = line.baseline();
    Set<Integer> before = baselines.computeIfAbsent(score, of -> new LinkedHashSet<>());
    if (baseline != null && before.isEmpty()) {
      values.remove(score);
    }
    if (baseline != null) {
      before.add(baseline);
    }
    if (baseline != null || before.isEmpty()) {
      values.merge(score, line.value(), ScoreSection::plus);
    }
  }

  static Markup of(Facts facts) {
    return new ScoreSection(facts).table().markup();
  }

  private Table table() {
    Table table =
        new Table("Scores, settled or not, in percent or points")
            .words("")
            .numbers("Period", "Baseline", "Difference", "n")
            .words("What it is", "Compared with");
    values.forEach((score, value) -> row(score, value, table));
    return table;
  }

  private void row(Score score, Ratio value, Table table) {
    BigDecimal now =
        value.isDefined() ? PageText.quotient(value, HUNDREDTHS_SHIFT, DECIMALS) : null;
    List<BigDecimal> then =
        baselines.getOrDefault(score, Set.of()).stream()
            .map(hundredths -> BigDecimal.valueOf(hundredths, DECIMALS))
            .toList();
    String caption = "score." + ChoiceText.of(score);
    table.row(
        Markup.text(Captions.of(caption)),
        now == null ? PageText.undefined("nobody answered") : Markup.text(PageText.number(now)),
        Markup.text(
            then.isEmpty()
                ? "not stated"
                : then.stream().map(PageText::number).collect(Collectors.joining(", then "))),
        Markup.text(difference(now, then)),
        Markup.text(PageText.count(value.denominator())),
        Markup.text(Captions.of(caption + ".is")),
        then.isEmpty() ? Markup.text("\u2013") : comparedWith(score));
  }

  /** None over days that are held against several values. */
  private static String difference(@Nullable BigDecimal now, List<BigDecimal> then) {
    if (now == null || then.size() != 1) {
      return "\u2013";
    }
    BigDecimal difference = now.subtract(then.get(0));
    return (difference.signum() > 0 ? "+" : "") + PageText.number(difference);
  }

  private Markup comparedWith(Score score) {
    List<Markup> named =
        facts.basis().baselines().stream()
            .filter(baseline -> baseline.scores().containsKey(score))
            .map(ScoreSection::name)
            .toList();
    return named.isEmpty()
        ? Markup.text("a baseline that is not published any more")
        : new Markup(named.stream().map(Markup::html).collect(Collectors.joining("; ")));
  }

  private static Markup name(Baseline baseline) {
    return Markup.text("the same in ")
        .and(Markup.name(baseline.id()))
        .and(
            Markup.text(
                ", %s, %s to %s"
                    .formatted(
                        BasisSection.method(baseline),
                        PageText.day(baseline.from()),
                        PageText.day(baseline.to()))));
  }

  private static Ratio plus(Ratio one, Ratio other) {
    return new Ratio(
        Math.addExact(one.numerator(), other.numerator()),
        Math.addExact(one.denominator(), other.denominator()));
  }
}
