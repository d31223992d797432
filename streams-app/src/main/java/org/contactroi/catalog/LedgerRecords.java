package org.contactroi.catalog;

import org.contactroi.reference.EntrySide;
import org.contactroi.reference.LedgerEntryRecord;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.LedgerEntry.Evidence;
import org.contactroi.roi.ledger.LedgerEntry.Service;
import org.jspecify.annotations.Nullable;

/** Entries of the ledger as the topic holds them. */
final class LedgerRecords {

  private LedgerRecords() {}

  static LedgerEntryRecord toAvro(LedgerEntry entry) {
    return LedgerEntryRecord.newBuilder()
        .setEntryId(entry.id())
        .setSide(EntrySide.valueOf(entry.side().name()))
        .setCategory(org.contactroi.reference.EntryCategory.valueOf(entry.category().name()))
        .setNature(toAvro(entry.nature()))
        .setAmountMicros(entry.amountMicros())
        .setCurrency(entry.currency())
        .setCashDate(entry.cashDate())
        .setServiceFrom(entry.service().from())
        .setServiceTo(entry.service().to())
        .setScope(entry.scope())
        .setIncremental(entry.incremental())
        .setCoversMetered(entry.coversMetered())
        .setReversesEntryId(entry.reversesEntryId())
        .setEvidenceRef(entry.evidence().reference())
        .setAuthor(entry.evidence().author())
        .setApprovedBy(entry.evidence().approvedBy())
        .build();
  }

  /**
   * An entry.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static LedgerEntry toDomain(LedgerEntryRecord entry) {
    return new LedgerEntry(
        entry.getEntryId(),
        EntryCategory.Side.valueOf(entry.getSide().name()),
        EntryCategory.valueOf(entry.getCategory().name()),
        toDomain(entry.getNature()),
        entry.getAmountMicros(),
        entry.getCurrency(),
        entry.getCashDate(),
        new Service(entry.getServiceFrom(), entry.getServiceTo()),
        entry.getScope(),
        entry.getIncremental(),
        entry.getCoversMetered(),
        entry.getReversesEntryId(),
        new Evidence(entry.getEvidenceRef(), entry.getAuthor(), entry.getApprovedBy()));
  }

  private static org.contactroi.reference.@Nullable EntryNature toAvro(
      @Nullable EntryNature nature) {
    return nature == null ? null : org.contactroi.reference.EntryNature.valueOf(nature.name());
  }

  private static @Nullable EntryNature toDomain(
      org.contactroi.reference.@Nullable EntryNature nature) {
    return nature == null ? null : EntryNature.valueOf(nature.name());
  }
}
