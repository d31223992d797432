package org.contactroi.catalog;

import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Refusal;
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
    return LedgerFields.TABLE.texts(entry);
  }

  @Override
  public ReferenceRecord toAvro() {
    return new ReferenceRecord(tenant, LedgerFields.TABLE.record(entry));
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
