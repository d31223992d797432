package org.contactroi.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;

/** What a tenant's episodes needed without the AI. It never changes. */
public record BaselineEntry(String tenant, Baseline baseline) implements MoneyEntry {

  /** Decimals of a score, which is a percentage or points. */
  public static final int SCORE_DECIMALS = 2;

  private static final String CURRENCY = "currency of rows";

  @Override
  public Kind kind() {
    return Kind.BASELINE;
  }

  @Override
  public List<String> name() {
    return List.of(baseline.id());
  }

  @Override
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", baseline.id());
    fields.put("method", ChoiceText.of(baseline.method()));
    fields.put("from", baseline.from().toString());
    fields.put("to", baseline.to().toString());
    fields.put("valid-from", baseline.validFrom().toString());
    fields.put("frozen-at", Versions.text(baseline.frozenAt()));
    for (BaselineRow row : baseline.rows()) {
      fields.put("rows.%s.%s".formatted(ChoiceText.of(row.channel()), row.issue()), text(row));
    }
    new TreeMap<>(baseline.scores())
        .forEach(
            (score, value) ->
                fields.put(
                    "scores." + ChoiceText.of(score), DecimalText.of(value, SCORE_DECIMALS)));
    return fields;
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, BaselineRecords.toAvro(baseline));
  }

  @Override
  public List<StatedAmount> amounts(MoneyBook others) {
    return baseline.rows().stream()
        .flatMap(row -> Stream.ofNullable(row.money()))
        .map(
            money ->
                new StatedAmount(CURRENCY, money.micros(), money.currency(), baseline.validFrom()))
        .toList();
  }

  @Override
  public List<Refusal> refusals(MoneyBook others) {
    return others.refusals(baseline);
  }

  @Override
  public boolean isCorrectable() {
    return false;
  }

  /** Usage of a row by resource, key and channel. */
  public static List<Map.Entry<UsageKey, Long>> ordered(BaselineRow row) {
    return BaselineRecords.ordered(row.usage());
  }

  private static String text(BaselineRow row) {
    Sample sample = row.sample();
    return "n %d, contacts %d, handled-contacts %d, effort %d ms; %s"
        .formatted(
            sample.episodes(),
            sample.contacts(),
            sample.handledContacts(),
            sample.effortMs(),
            row.money() == null ? usage(row) : text(row.money()));
  }

  private static String text(FrozenMoney money) {
    return "money %s %s"
        .formatted(DecimalText.of(money.micros(), LedgerLine.DECIMALS), money.currency());
  }

  private static String usage(BaselineRow row) {
    return BaselineRecords.ordered(row.usage()).stream()
        .map(line -> text(line.getKey(), line.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(UsageKey used, long quantity) {
    return "%s %s %s %d%s"
        .formatted(
            ChoiceText.of(used.resource()),
            used.key(),
            ChoiceText.of(used.channel()),
            quantity,
            switch (used.resource().unit()) {
              case MILLISECONDS -> " ms";
              case COUNT -> "";
            });
  }
}
