package org.contactroi.app.money;

import java.util.ArrayList;
import java.util.List;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.notation.ChoiceText;
import org.contactroi.report.MoneyUnit;
import org.contactroi.report.TextTable;
import org.contactroi.roi.amount.Fraction;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.statement.DerivedScores;
import org.contactroi.roi.statement.Scorecard;

/** A derived baseline for reading. */
final class BaselineReport {

  private BaselineReport() {}

  /** Rows with n, their usage per 1 000 episodes, and scores with n. */
  static List<String> lines(String tenant, Baseline baseline, DerivedScores scores) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Baseline '%s' of '%s', %s, %s to %s, valid from %s"
            .formatted(
                baseline.id(),
                tenant,
                ChoiceText.of(baseline.method()),
                baseline.from(),
                baseline.to(),
                baseline.validFrom()));
    lines.add("");
    lines.addAll(rows(baseline));
    lines.add("");
    lines.addAll(usage(baseline));
    lines.add("");
    lines.addAll(scores(scores));
    return lines;
  }

  private static List<String> rows(Baseline baseline) {
    TextTable table = new TextTable();
    table.add("row", List.of("n", "contacts", "handled", "effort"));
    for (BaselineRow row : baseline.rows()) {
      BaselineRow.Sample sample = row.sample();
      table.add(
          name(row),
          List.of(
              MoneyUnit.COUNT.text(sample.episodes()),
              MoneyUnit.COUNT.text(sample.contacts()),
              MoneyUnit.COUNT.text(sample.handledContacts()),
              MoneyUnit.HOURS.text(sample.effortMs())));
    }
    return table.lines();
  }

  private static List<String> usage(Baseline baseline) {
    TextTable table = new TextTable();
    table.add("per 1 000 episodes", List.of("quantity"));
    for (BaselineRow row : baseline.rows()) {
      BaselineEntry.ordered(row)
          .forEach(
              used ->
                  table.add(
                      "%s: %s %s %s"
                          .formatted(
                              name(row),
                              ChoiceText.of(used.getKey().resource()),
                              used.getKey().key(),
                              ChoiceText.of(used.getKey().channel())),
                      List.of(
                          switch (used.getKey().resource().unit()) {
                            case MILLISECONDS -> MoneyUnit.HOURS.text(used.getValue());
                            case COUNT -> MoneyUnit.COUNT.text(used.getValue());
                          })));
    }
    return table.lines();
  }

  private static List<String> scores(DerivedScores scores) {
    TextTable table = new TextTable();
    table.add("score", List.of("value", "n"));
    for (Scorecard.Line line : scores.lines()) {
      table.add(
          ChoiceText.of(line.score()),
          List.of(
              MoneyUnit.SCORE.text(
                  Fraction.of(line.value().numerator(), line.value().denominator())),
              MoneyUnit.COUNT.text(line.n())));
    }
    return table.lines();
  }

  private static String name(BaselineRow row) {
    return ChoiceText.of(row.channel()) + " " + row.issue();
  }
}
