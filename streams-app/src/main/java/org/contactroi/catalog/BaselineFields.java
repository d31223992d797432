package org.contactroi.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.BaselineRecord;
import org.contactroi.reference.BaselineScore;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.SavingCell;
import org.contactroi.roi.baseline.Score;
import org.contactroi.yaml.Section;

/** The fields of a baseline. */
final class BaselineFields {

  static final FieldTable<Baseline> TABLE = new FieldTable<>(BaselineRecord::new);

  private static final Field<Baseline, String> ID =
      TABLE.field("id", "baseline_id", FieldType.NAME, Baseline::id);
  private static final Field<Baseline, BaselineMethod> METHOD =
      TABLE.field(
          "method",
          FieldType.choice(BaselineMethod.class, org.contactroi.reference.BaselineMethod.class),
          Baseline::method);
  private static final Field<Baseline, LocalDate> FROM =
      TABLE.field("from", "period_from", FieldType.DAY, Baseline::from);
  private static final Field<Baseline, LocalDate> TO =
      TABLE.field("to", "period_to", FieldType.DAY, Baseline::to);
  private static final Field<Baseline, LocalDate> VALID_FROM =
      TABLE.field("valid-from", FieldType.DAY, Baseline::validFrom);
  private static final Field<Baseline, Long> FROZEN_AT =
      TABLE.field("frozen-at", FieldType.INSTANT, Baseline::frozenAt);

  private static final Scores SCORES = TABLE.add(new Scores("scores"));
  private static final FieldTable.Items<Baseline, BaselineRow> ROWS =
      TABLE.items("rows", BaselineRowFields.TABLE, Baseline::rows);

  private BaselineFields() {}

  static Baseline read(Given in) {
    BaselineMethod method = in.require(METHOD);
    LocalDate from = in.require(FROM);
    List<BaselineRow> rows = rows(in, in.isBroken(METHOD) || method == BaselineMethod.MANUAL);
    boolean isMisread = in.isBroken() && rows.stream().anyMatch(BaselineRow::isFrozen);
    return new Baseline(
        in.require(ID),
        isMisread ? BaselineMethod.MANUAL : method,
        from,
        in.lastDay(TO, FROM, from),
        in.require(VALID_FROM),
        in.require(FROZEN_AT),
        rows,
        in.either(SCORES::written, record -> SCORES.recorded((BaselineRecord) record)));
  }

  /** Every field as a person reads it, and each row on one line. */
  static Map<String, String> texts(Baseline baseline) {
    Map<String, String> texts = TABLE.texts(baseline);
    for (BaselineRow row : baseline.rows()) {
      texts.put(
          "%s.%s.%s".formatted(ROWS.name(), ChoiceText.of(row.channel()), row.issue()),
          BaselineRowFields.text(row));
    }
    return texts;
  }

  private static List<BaselineRow> rows(Given in, boolean isManual) {
    List<Given> given = in.items(ROWS);
    if (given.isEmpty()) {
      in.either(BaselineFields::requireRows, record -> record);
    }
    List<BaselineRow> rows = new ArrayList<>();
    Set<SavingCell> cells = new HashSet<>();
    for (Given row : given) {
      BaselineRowFields.read(row, isManual)
          .filter(read -> isFirst(read, row, cells))
          .ifPresent(rows::add);
    }
    return rows;
  }

  private static Section requireRows(Section baseline) {
    if (!baseline.isBroken(ROWS.name())) {
      baseline.refuse(
          ROWS.name(), "is missing; allowed: a list of rows, each of a channel and issue");
    }
    return baseline;
  }

  private static boolean isFirst(BaselineRow read, Given row, Set<SavingCell> cells) {
    boolean isFirst = cells.add(new SavingCell(read.channel(), read.issue()));
    if (!isFirst) {
      row.tell(
          BaselineRowFields.CHANNEL.name(),
          "%s %s has a row already; allowed: one per channel and issue"
              .formatted(ChoiceText.of(read.channel()), read.issue()));
    }
    return isFirst;
  }

  /** Percentages and points, in hundredths. */
  private record Scores(String name) implements FieldTable.Part<Baseline> {

    private static final List<Score> ALL = List.of(Score.values());

    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public void describe(Baseline baseline, Map<String, String> texts) {
      new TreeMap<>(baseline.scores())
          .forEach(
              (score, value) ->
                  texts.put(
                      name + "." + ChoiceText.of(score),
                      type(score).text().apply(value.longValue())));
    }

    @Override
    public void record(Baseline baseline, SpecificRecordBase record) {
      record.put(
          name,
          new TreeMap<>(baseline.scores())
              .entrySet().stream()
                  .map(score -> new BaselineScore(score.getKey().name(), score.getValue()))
                  .toList());
    }

    Map<Score, Integer> written(Section baseline) {
      Section values = baseline.section(name);
      values.requireKnown(ALL.stream().map(ChoiceText::of).toList());
      Map<Score, Integer> scores = new EnumMap<>(Score.class);
      for (Score score : ALL) {
        values
            .find(ChoiceText.of(score), type(score).form())
            .ifPresent(value -> scores.put(score, value.intValue()));
      }
      return scores;
    }

    Map<Score, Integer> recorded(BaselineRecord baseline) {
      Map<Score, Integer> scores = new EnumMap<>(Score.class);
      for (BaselineScore score : baseline.getScores()) {
        scores.put(Score.valueOf(score.getScore()), score.getHundredths());
      }
      return scores;
    }

    private static FieldType<Long> type(Score score) {
      return FieldType.decimal(
          "a number from %d to %%s".formatted(score.least() / 100),
          score.least(),
          FieldType.WHOLE_BP,
          BaselineEntry.SCORE_DECIMALS);
    }
  }
}
