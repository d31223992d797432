package org.contactroi.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
import org.contactroi.notation.DecimalText;
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
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("from", rate.from());
    fields.put("to", rate.to());
    fields.put("day", rate.day().toString());
    fields.put("rate", DecimalText.of(rate.nanos(), DECIMALS));
    return fields;
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, MoneyRecords.toAvro(rate));
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
