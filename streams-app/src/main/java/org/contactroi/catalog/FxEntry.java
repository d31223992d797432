package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.rate.FxRate;

/** What one unit of a currency is worth from a day on, until the day of the next rate. */
public record FxEntry(String tenant, FxRate rate) implements MoneyEntry {

  /** Decimals of a rate. */
  public static final int DECIMALS = 9;

  @Override
  public Kind kind() {
    return Kind.FX;
  }

  @Override
  public List<String> name() {
    return List.of("%s-%s-%s".formatted(rate.from(), rate.to(), rate.day()));
  }

  @Override
  public Map<String, String> fields() {
    return FxFields.TABLE.texts(rate);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, FxFields.TABLE.record(rate));
  }

  @Override
  public List<StatedAmount> amounts(MoneyBook others) {
    return List.of();
  }

  @Override
  public List<Refusal> refusals(MoneyBook others) {
    return others.refusals(rate);
  }

  @Override
  public boolean isCorrectable() {
    return true;
  }
}
