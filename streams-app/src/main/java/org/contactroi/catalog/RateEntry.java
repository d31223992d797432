package org.contactroi.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
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
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", row.id());
    fields.put("resource", ChoiceText.of(row.resource()));
    fields.put("key", row.key());
    fields.put("channel", ChoiceText.of(row.channel()));
    fields.put("unit", ChoiceText.of(row.unit()));
    fields.put("amount", DecimalText.of(row.amountMicros(), LedgerLine.DECIMALS));
    fields.put("currency", row.currency());
    fields.put("valid-from", Versions.text(row.validFrom()));
    if (row.validTo() != null) {
      fields.put("valid-to", Versions.text(row.validTo()));
    }
    if (row.utilisationBp() != null) {
      fields.put("utilisation-bp", row.utilisationBp().toString());
    }
    fields.put("source-note", row.sourceNote());
    return fields;
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, MoneyRecords.toAvro(row));
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
