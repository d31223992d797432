package org.contactroi.simulator.scenario.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.simulator.scenario.LedgerEntry;
import org.contactroi.simulator.scenario.LedgerEntry.Category;
import org.contactroi.simulator.scenario.LedgerEntry.Counts;
import org.contactroi.simulator.scenario.LedgerEntry.Nature;
import org.contactroi.simulator.scenario.LedgerEntry.Papers;
import org.contactroi.yaml.Form;
import org.contactroi.yaml.Section;
import org.jspecify.annotations.Nullable;

/** Reads {@code ledger}. */
final class LedgerReader {

  private final Exchanges exchanges;
  private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();

  LedgerReader(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  List<LedgerEntry> read(List<Section> sections) {
    for (Section section : sections) {
      LedgerEntry entry = section.has("reverses") ? reversal(section) : entry(section);
      if (entry != null && entries.putIfAbsent(entry.id(), entry) != null) {
        section.refuse("id", "is given twice: " + entry.id() + "; allowed: an id of its own");
      }
    }
    return List.copyOf(entries.values());
  }

  private LedgerEntry entry(Section section) {
    int paid = section.require("paid", Notation.ANY_DAY, 0);
    Category category =
        section.require("category", Notation.constant(Category.class), Category.OTHER);
    if (category.mayCoverMetered() && !section.has("covers_metered")) {
      section.refuse("covers_metered", "is missing; allowed: yes, no");
    }
    return new LedgerEntry(
        section.require("id", Notation.ID, ""),
        new LedgerEntry.Kind(category, nature(section, category)),
        exchanges.amount(section, paid),
        paid,
        Shapes.days(section),
        new Counts(
            section.get("incremental", Notation.YES_NO, true),
            section.find("covers_metered", Notation.YES_NO).orElse(null),
            null),
        papers(section, section.require("scope", Notation.TEXT, "")));
  }

  private static @Nullable Nature nature(Section section, Category category) {
    return category.isBenefit()
        ? null
        : section.require("nature", Notation.constant(Nature.class), Nature.OPEX);
  }

  /** It says what the entry said that it takes back; null if there is none. */
  private @Nullable LedgerEntry reversal(Section section) {
    Form<String> known =
        Form.oneOf(
            entries.values().stream()
                .filter(entry -> entry.counts().reverses() == null)
                .map(LedgerEntry::id)
                .toList());
    LedgerEntry original = section.find("reverses", known).map(entries::get).orElse(null);
    return original == null
        ? null
        : new LedgerEntry(
            section.require("id", Notation.ID, ""),
            original.kind(),
            original.amount(),
            section.require("paid", Notation.ANY_DAY, 0),
            original.service(),
            new Counts(original.counts().isIncremental(), null, original.id()),
            papers(section, original.papers().scope()));
  }

  private static Papers papers(Section section, String scope) {
    return new Papers(
        scope,
        section.require("evidence", Notation.TEXT, ""),
        section.require("author", Notation.TEXT, ""),
        section.find("approved_by", Notation.TEXT).orElse(null));
  }
}
