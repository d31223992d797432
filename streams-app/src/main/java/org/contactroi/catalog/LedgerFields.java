package org.contactroi.catalog;

import java.time.LocalDate;
import java.util.List;
import org.contactroi.notation.ChoiceText;
import org.contactroi.reference.EntrySide;
import org.contactroi.reference.LedgerEntryRecord;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryCategory.Side;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.LedgerEntry.Evidence;
import org.contactroi.roi.ledger.LedgerEntry.Service;
import org.contactroi.yaml.Form;
import org.jspecify.annotations.Nullable;

/** The fields of an entry of a ledger. */
final class LedgerFields {

  static final FieldTable<LedgerEntry> TABLE = new FieldTable<>(LedgerEntryRecord::new);

  private static final Field<LedgerEntry, String> ID =
      TABLE.field("id", "entry_id", FieldType.NAME, LedgerEntry::id);
  private static final Field<LedgerEntry, Side> SIDE =
      TABLE.field("side", FieldType.choice(Side.class, EntrySide.class), LedgerEntry::side);
  private static final Field<LedgerEntry, EntryCategory> CATEGORY =
      TABLE.field(
          "category",
          FieldType.choice(EntryCategory.class, org.contactroi.reference.EntryCategory.class),
          LedgerEntry::category);
  private static final Field<LedgerEntry, EntryNature> NATURE =
      TABLE.field(
          "nature",
          FieldType.choice(EntryNature.class, org.contactroi.reference.EntryNature.class),
          LedgerEntry::nature);
  private static final Field<LedgerEntry, Long> AMOUNT =
      TABLE.field("amount", FieldType.AMOUNT, LedgerEntry::amountMicros);
  private static final Field<LedgerEntry, String> CURRENCY =
      TABLE.field("currency", FieldType.CURRENCY, LedgerEntry::currency);
  private static final Field<LedgerEntry, LocalDate> CASH_DATE =
      TABLE.field("cash-date", FieldType.DAY, LedgerEntry::cashDate);
  private static final Field<LedgerEntry, LocalDate> SERVICE_FROM =
      TABLE.field("service-from", FieldType.DAY, entry -> entry.service().from());
  private static final Field<LedgerEntry, LocalDate> SERVICE_TO =
      TABLE.field("service-to", FieldType.DAY, entry -> entry.service().to());
  private static final Field<LedgerEntry, String> SCOPE =
      TABLE.field("scope", FieldType.NOTE, LedgerEntry::scope);
  private static final Field<LedgerEntry, Boolean> INCREMENTAL =
      TABLE.field("incremental", FieldType.YES_OR_NO, LedgerEntry::incremental);
  private static final Field<LedgerEntry, Boolean> COVERS =
      TABLE.field("covers-metered", FieldType.YES_OR_NO, LedgerEntry::coversMetered);
  private static final Field<LedgerEntry, String> REVERSES =
      TABLE.field("reverses-entry-id", FieldType.NAME, LedgerEntry::reversesEntryId);
  private static final Field<LedgerEntry, String> EVIDENCE =
      TABLE.field("evidence-ref", FieldType.NOTE, entry -> entry.evidence().reference());
  private static final Field<LedgerEntry, String> AUTHOR =
      TABLE.field("author", FieldType.NOTE, entry -> entry.evidence().author());
  private static final Field<LedgerEntry, String> APPROVED_BY =
      TABLE.field("approved-by", FieldType.NOTE, entry -> entry.evidence().approvedBy());

  private LedgerFields() {}

  static LedgerEntry read(Given in) {
    String id = in.require(ID);
    Side side = in.require(SIDE);
    EntryCategory category = category(in, side);
    return new LedgerEntry(
        id,
        in.isBroken(SIDE) ? category.side() : side,
        category,
        nature(in, category.side()),
        in.require(AMOUNT),
        in.require(CURRENCY),
        in.require(CASH_DATE),
        service(in),
        in.require(SCOPE),
        in.require(INCREMENTAL),
        coversMetered(in, category),
        in.find(REVERSES, another(id)).orElse(null),
        new Evidence(in.require(EVIDENCE), in.require(AUTHOR), in.find(APPROVED_BY).orElse(null)));
  }

  /** A category of the side; of a side that is not known, any will do. */
  private static EntryCategory category(Given in, Side side) {
    List<EntryCategory> fitting =
        in.isBroken(SIDE) ? List.of(EntryCategory.values()) : EntryCategory.of(side);
    EntryCategory category = in.require(CATEGORY, Form.choice(fitting));
    return in.isBroken(CATEGORY) ? fitting.get(0) : category;
  }

  private static @Nullable EntryNature nature(Given in, Side side) {
    if (side == Side.COST) {
      return in.isBroken(SIDE) && !in.has(NATURE) ? EntryNature.OPEX : in.require(NATURE);
    }
    boolean isSure = !in.isBroken(SIDE);
    if (isSure && in.has(NATURE)) {
      in.refuse(NATURE.name(), "is there; allowed: none for a benefit");
    }
    return null;
  }

  private static Service service(Given in) {
    LocalDate from = in.require(SERVICE_FROM);
    return new Service(from, in.lastDay(SERVICE_TO, SERVICE_FROM, from));
  }

  private static @Nullable Boolean coversMetered(Given in, EntryCategory category) {
    Boolean covers = in.find(COVERS).orElse(null);
    if (covers == null || category.maybeMetered()) {
      return covers;
    }
    if (!in.isBroken(CATEGORY)) {
      in.refuse(
          COVERS.name(),
          "is '%s'; allowed: none for %s, only for licence, subscription, model-usage"
              .formatted(covers, ChoiceText.of(category)));
    }
    return null;
  }

  private static Form<String> another(String id) {
    return FieldType.NAME.form().where(text -> !text.equals(id), "the id of another entry");
  }
}
