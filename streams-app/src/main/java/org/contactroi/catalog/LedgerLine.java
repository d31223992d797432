package org.contactroi.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.roi.ledger.LedgerEntry;

/** An entry of a tenant's ledger. It never changes; another one takes it back. */
public record LedgerLine(String tenant, LedgerEntry entry) implements MoneyEntry {

  /** Decimals of an amount. */
  public static final int DECIMALS = 6;

  @Override
  public Kind kind() {
    return Kind.LEDGER;
  }

  @Override
  public List<String> name() {
    return List.of(entry.id());
  }

  @Override
  public boolean refersToItsKind() {
    return entry.isReversal();
  }

  @Override
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", entry.id());
    fields.put("side", ChoiceText.of(entry.side()));
    fields.put("category", ChoiceText.of(entry.category()));
    if (entry.nature() != null) {
      fields.put("nature", ChoiceText.of(entry.nature()));
    }
    fields.put("amount", DecimalText.of(entry.amountMicros(), DECIMALS));
    fields.put("currency", entry.currency());
    fields.put("cash-date", entry.cashDate().toString());
    fields.put("service-from", entry.service().from().toString());
    fields.put("service-to", entry.service().to().toString());
    fields.put("scope", entry.scope());
    fields.put("incremental", String.valueOf(entry.incremental()));
    putOptional(fields);
    fields.put("evidence-ref", entry.evidence().reference());
    fields.put("author", entry.evidence().author());
    if (entry.evidence().approvedBy() != null) {
      fields.put("approved-by", entry.evidence().approvedBy());
    }
    return fields;
  }

  private void putOptional(Map<String, String> fields) {
    if (entry.coversMetered() != null) {
      fields.put("covers-metered", entry.coversMetered().toString());
    }
    if (entry.reversesEntryId() != null) {
      fields.put("reverses-entry-id", entry.reversesEntryId());
    }
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, LedgerRecords.toAvro(entry));
  }

  @Override
  public List<StatedAmount> amounts(MoneyBook others) {
    return List.of(
        new StatedAmount("currency", entry.amountMicros(), entry.currency(), entry.cashDate()));
  }

  @Override
  public List<Refusal> refusals(MoneyBook others) {
    return others.refusals(entry);
  }

  @Override
  public boolean isCorrectable() {
    return false;
  }
}
