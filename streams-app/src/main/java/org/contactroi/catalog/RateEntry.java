package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.rate.RateRow;

/** A row of a tenant's rate card. */
public record RateEntry(String tenant, RateRow row) implements MoneyEntry {

  @Override
  public Kind kind() {
    return Kind.RATE;
  }

  @Override
  public List<String> name() {
    return List.of(row.id());
  }

  @Override
  public Map<String, String> fields() {
    return RateFields.TABLE.texts(row);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, RateFields.TABLE.record(row));
  }

  @Override
  public List<StatedAmount> amounts(MoneyBook others) {
    return List.of(
        new StatedAmount(
            "currency", row.amountMicros(), row.currency(), others.localDay(row.validFrom())));
  }

  @Override
  public List<Refusal> refusals(MoneyBook others) {
    return row.refusals(others.calendar());
  }

  @Override
  public boolean isCorrectable() {
    return true;
  }
}
