package org.contactroi.catalog.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.SavingCell;
import org.contactroi.roi.baseline.Score;

/** Reads baselines. */
final class BaselineSection {

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ROWS = "rows";
  private static final String SCORES = "scores";
  private static final List<String> KNOWN =
      List.of(
          Names.TENANT, Names.ID, "method", FROM, TO, Names.VALID_FROM, "frozen-at", ROWS, SCORES);

  private static final int WHOLE = 10_000;

  private final Fields fields;
  private final StatedFields stated;

  private BaselineSection(Fields fields) {
    this.fields = fields;
    this.stated = new StatedFields(fields);
  }

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    return new BaselineEntry(Names.tenant(fields), new BaselineSection(fields).baseline());
  }

  private Baseline baseline() {
    BaselineMethod method = fields.choice("method", List.of(BaselineMethod.values()));
    LocalDate from = stated.day(FROM);
    List<BaselineRow> rows = rows(method);
    boolean isManual = rows.stream().anyMatch(BaselineRow::isFrozen);
    return new Baseline(
        Names.id(fields),
        isManual ? BaselineMethod.MANUAL : method,
        from,
        stated.lastDay(TO, FROM, from),
        stated.day(Names.VALID_FROM),
        Names.instant(fields, "frozen-at").toEpochMilli(),
        rows,
        scores());
  }

  private List<BaselineRow> rows(BaselineMethod method) {
    List<Fields> written = fields.list(ROWS);
    if (written.isEmpty() && !fields.isBroken(ROWS)) {
      fields.note(ROWS, "rows is missing; allowed: a list of rows, each of a channel and issue");
    }
    List<BaselineRow> rows = new ArrayList<>();
    Set<SavingCell> cells = new HashSet<>();
    for (Fields row : written) {
      new BaselineFields(row, fields.isBroken("method") ? BaselineMethod.MANUAL : method)
          .row()
          .filter(read -> isFirst(read, row, cells))
          .ifPresent(rows::add);
    }
    return rows;
  }

  private static boolean isFirst(BaselineRow read, Fields row, Set<SavingCell> cells) {
    boolean isFirst = cells.add(new SavingCell(read.channel(), read.issue()));
    if (!isFirst) {
      row.note(
          UsageFields.CHANNEL,
          "%s %s has a row already; allowed: one per channel and issue"
              .formatted(ChoiceText.of(read.channel()), read.issue()));
    }
    return isFirst;
  }

  private Map<Score, Integer> scores() {
    Fields values = fields.fields(SCORES);
    values.requireKnown(Arrays.stream(Score.values()).map(ChoiceText::of).toList());
    Map<Score, Integer> scores = new EnumMap<>(Score.class);
    for (Score score : Score.values()) {
      String allowed =
          "a number from %d to 100, with at most %d decimals"
              .formatted(score.least() / 100, BaselineEntry.SCORE_DECIMALS);
      values
          .optional(ChoiceText.of(score), allowed, text -> hundredths(text, score))
          .ifPresent(value -> scores.put(score, value));
    }
    return scores;
  }

  private static int hundredths(String text, Score score) {
    long value = DecimalText.parse(text, BaselineEntry.SCORE_DECIMALS);
    if (value < score.least() || value > WHOLE) {
      throw new IllegalArgumentException(text);
    }
    return (int) value;
  }
}
