package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contactroi.explain.Aspect;
import org.contactroi.explain.Row;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.report.TextTable;
import org.contactroi.roi.amount.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * Why two runs do not say the same of a total, for reading.
 *
 * @param limit most facts that are shown
 */
public record DifferenceText(DifferenceExplanation explanation, long limit) {

  private static final String NOTHING = "-";

  private static final int DECIMALS = 4;

  /** Reasons that are shown of a fact; the other fields mostly follow from them. */
  private static final int REASONS = 4;

  /** All lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add("");
    addFacts(lines);
    lines.add("");
    addTotals(lines);
    lines.add(verdict());
    return lines;
  }

  private String title() {
    TotalsKey key = explanation.first().question().key();
    return "%s of '%s', %s %s, %s from %s: %s and %s"
        .formatted(
            key.family().id(),
            key.tenant(),
            key.slice().by(),
            key.slice().valueText(),
            key.window().id(),
            ExplainText.time(key.start(), explanation.first().zone()),
            explanation.first().name(),
            explanation.second().name());
  }

  private void addFacts(List<String> lines) {
    List<Aspect> aspects = explanation.aspects();
    List<String> amounts = List.copyOf(explanation.amounts().keySet());
    int last = 5 + aspects.size() + amounts.size();
    TextTable table = new TextTable(column -> column < 5 || column == last);
    List<String> titles =
        new ArrayList<>(
            List.of(
                "start",
                explanation.family().isOfEpisodes() ? "episode" : "interaction",
                "channel",
                "queue",
                "issue"));
    aspects.forEach(aspect -> titles.add(aspect.name()));
    amounts.forEach(titles::add);
    titles.add("why");
    table.add(titles);
    explanation.facts().stream()
        .limit(limit)
        .forEach(fact -> table.add(cells(fact, aspects, amounts)));
    if (!explanation.facts().isEmpty()) {
      lines.addAll(table.lines());
    }
    long more = explanation.facts().size() - limit;
    if (more > 0) {
      lines.add("and %,d more; --limit shows more".formatted(more));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d %s are not the same to this window",
            explanation.facts().size(),
            explanation.family().isOfEpisodes() ? "episodes" : "interactions"));
  }

  private List<String> cells(DifferingFact fact, List<Aspect> aspects, List<String> amounts) {
    Row row = fact.row();
    List<String> cells =
        new ArrayList<>(
            List.of(
                ExplainText.time(row.start(), explanation.first().zone()),
                row.id(),
                row.channel(),
                row.queue(),
                row.issue()));
    for (Aspect aspect : aspects) {
      cells.add(change(text(aspect, fact.first()), text(aspect, fact.second())));
    }
    for (String name : amounts) {
      cells.add(
          change(
              fact.firstWorth().map(worth -> worth.get(name)).map(DifferenceText::rounded),
              fact.secondWorth().map(worth -> worth.get(name)).map(DifferenceText::rounded)));
    }
    List<String> why = fact.why();
    String shown = String.join("; ", why.subList(0, Math.min(REASONS, why.size())));
    cells.add(why.size() > REASONS ? "%s; %d more".formatted(shown, why.size() - REASONS) : shown);
    return cells;
  }

  private static String change(Optional<String> first, Optional<String> second) {
    return change(first.orElse(NOTHING), second.orElse(NOTHING));
  }

  private static String change(String first, String second) {
    return first.equals(second) ? first : first + " → " + second;
  }

  private static String text(Aspect aspect, @Nullable Row row) {
    return row == null || !aspect.isIn(row.totals()) ? NOTHING : aspect.text(row.totals());
  }

  private static String rounded(Optional<Fraction> micros) {
    return micros.map(exact -> MoneyExplanation.rounded(exact, DECIMALS)).orElse(NOTHING);
  }

  private void addTotals(List<String> lines) {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "",
            explanation.first().name(),
            explanation.second().name(),
            "difference",
            "of these facts"));
    Totals sum = explanation.sum();
    Totals published = explanation.published();
    for (Measure measure : explanation.measures()) {
      Aspect aspect = new Aspect.OfMeasure(measure);
      table.add(
          List.of(
              measure.fieldName(),
              aspect.text(explanation.first().published()),
              aspect.text(explanation.second().published()),
              aspect.text(published),
              explanation.family().isExplained(measure) ? aspect.text(sum) : NOTHING));
    }
    explanation
        .amounts()
        .forEach(
            (name, amount) ->
                table.add(
                    List.of(
                        name,
                        money(amount.first()),
                        money(amount.second()),
                        money(amount.difference()),
                        MoneyExplanation.text(amount.facts()))));
    lines.addAll(table.lines());
  }

  private static String money(Optional<Long> micros) {
    return MoneyExplanation.text(micros.map(Fraction::of));
  }

  private String verdict() {
    return explanation.isEqual()
        ? "equal: the facts add up to what the runs differ by"
        : "differs: the facts do not add up to what the runs differ by; one of the runs may be at work: ask again when it has come to rest";
  }
}
