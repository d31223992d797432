package org.contactroi.catalog.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.notation.ChoiceText;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryCategory.Side;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.LedgerEntry.Evidence;
import org.contactroi.roi.ledger.LedgerEntry.Service;
import org.jspecify.annotations.Nullable;

/** Reads entries of ledgers. */
final class LedgerSection {

  private static final String SIDE = "side";
  private static final String CATEGORY = "category";
  private static final String NATURE = "nature";
  private static final String SERVICE_FROM = "service-from";
  private static final String SERVICE_TO = "service-to";
  private static final String COVERS = "covers-metered";
  private static final String REVERSES = "reverses-entry-id";
  private static final List<String> KNOWN =
      List.of(
          Names.TENANT,
          Names.ID,
          SIDE,
          CATEGORY,
          NATURE,
          "amount",
          "currency",
          "cash-date",
          SERVICE_FROM,
          SERVICE_TO,
          "scope",
          "incremental",
          COVERS,
          REVERSES,
          "evidence-ref",
          "author",
          "approved-by");

  private final Fields fields;
  private final StatedFields stated;

  private LedgerSection(Fields fields) {
    this.fields = fields;
    this.stated = new StatedFields(fields);
  }

  static CatalogEntry read(Fields fields) {
    fields.requireKnown(KNOWN);
    return new LedgerLine(Names.tenant(fields), new LedgerSection(fields).entry());
  }

  private LedgerEntry entry() {
    String id = Names.id(fields);
    EntryCategory category = category();
    return new LedgerEntry(
        id,
        category.side(),
        category,
        nature(category.side()),
        stated.amount("amount"),
        stated.currency("currency"),
        stated.day("cash-date"),
        service(),
        stated.text("scope"),
        stated.yesOrNo("incremental"),
        coversMetered(category),
        reverses(id),
        new Evidence(
            stated.text("evidence-ref"),
            stated.text("author"),
            stated.optionalText("approved-by").orElse(null)));
  }

  /** A category of the side; of a side that is not known, any will do. */
  private EntryCategory category() {
    Side side = fields.choice(SIDE, List.of(Side.values()));
    return fields.choice(
        CATEGORY, fields.isBroken(SIDE) ? List.of(EntryCategory.values()) : EntryCategory.of(side));
  }

  private @Nullable EntryNature nature(Side side) {
    if (side == Side.COST) {
      return fields.isBroken(SIDE) && !fields.has(NATURE)
          ? EntryNature.OPEX
          : fields.choice(NATURE, List.of(EntryNature.values()));
    }
    if (fields.has(NATURE) && !fields.isBroken(SIDE)) {
      fields.note(NATURE, "nature is there; allowed: none for a benefit");
    }
    return null;
  }

  private Service service() {
    LocalDate from = stated.day(SERVICE_FROM);
    return new Service(from, stated.lastDay(SERVICE_TO, SERVICE_FROM, from));
  }

  private @Nullable Boolean coversMetered(EntryCategory category) {
    Optional<Boolean> covers = stated.optionalYesOrNo(COVERS);
    boolean isMisplaced = covers.isPresent() && !category.maybeMetered();
    if (isMisplaced && !fields.isBroken(CATEGORY)) {
      fields.note(
          COVERS,
          "%s is '%s'; allowed: none for %s, only for licence, subscription, model-usage"
              .formatted(COVERS, covers.get(), ChoiceText.of(category)));
    }
    return isMisplaced ? null : covers.orElse(null);
  }

  private @Nullable String reverses(String id) {
    String allowed = "the id of another entry";
    return fields
        .optional(REVERSES, allowed, text -> another(id, Names.name(text), allowed))
        .orElse(null);
  }

  private static String another(String id, String text, String allowed) {
    if (text.equals(id)) {
      throw new IllegalArgumentException(allowed);
    }
    return text;
  }
}
