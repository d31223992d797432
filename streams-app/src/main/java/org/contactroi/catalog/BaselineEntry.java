package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;

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
    return BaselineFields.texts(baseline);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, BaselineFields.TABLE.record(baseline));
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
    return UsedFields.ordered(row.usage());
  }
}
