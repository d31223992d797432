package org.contactroi.report;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;

/** What the amounts rest on: policy, baseline, rates, exchange rates, ledger. */
final class BasisSection {

  private static final String ALL = "all";
  private static final String WITHOUT = "\u2013";
  private static final int BP_DECIMALS = 2;

  private final Facts facts;
  private final Basis basis;

  BasisSection(Facts facts) {
    this.facts = facts;
    this.basis = facts.basis();
  }

  Markup policies() {
    PolicyText text = new PolicyText(facts.subject().zone(), currency());
    Table table = new Table("Policy in force").words("Setting", "Value");
    for (PolicyEntry entry : basis.policies()) {
      table.group(
          "Version " + entry.policy().version() + ", valid from " + instant(entry.validFrom()));
      for (Map.Entry<String, String> field : entry.fields().entrySet()) {
        table.row(
            Markup.text(PolicyText.name(field.getKey())),
            Markup.name(text.value(field.getKey(), field.getValue())));
      }
    }
    return table.isEmpty() ? Markup.paragraph("No policy with money holds.") : table.markup();
  }

  Markup baselines() {
    Table table =
        new Table("Baseline")
            .words("Id", "Method", "Measured", "Valid from")
            .numbers("Rows", "Episodes measured");
    for (Baseline baseline : basis.baselines()) {
      table.row(
          Markup.name(baseline.id()),
          Markup.text(method(baseline)),
          Markup.text(PageText.day(baseline.from()) + " to " + PageText.day(baseline.to())),
          Markup.text(PageText.day(baseline.validFrom())),
          Markup.text(PageText.count(baseline.rows().size())),
          Markup.text(
              PageText.count(
                  baseline.rows().stream().mapToLong(row -> row.sample().episodes()).sum())));
    }
    return table.isEmpty()
        ? Markup.paragraph("No baseline is valid on a day of the period, so nothing is saved.")
        : table.markup();
  }

  /** How it came about, in words. */
  static String method(Baseline baseline) {
    return Captions.of("method." + ChoiceText.of(baseline.method()));
  }

  Markup rates() {
    Table table =
        new Table("Rates")
            .words("Rate", "Resource", "Key", "Channel")
            .numbers("Amount")
            .words("Per")
            .numbers("Utilisation")
            .words("Valid", "Source");
    for (RateRow row : basis.rates()) {
      table.row(
          Markup.name(row.id()),
          Markup.text(words(row.resource())),
          key(row.key()),
          row.channel().equals(RateRow.ANY)
              ? Markup.text(ALL)
              : Markup.text(ChoiceText.of(row.channel())),
          money(row.amountMicros(), row.currency()),
          Markup.text(words(row.unit())),
          Markup.text(percent(row.utilisationBp())),
          Markup.text(validity(row)),
          Markup.name(row.sourceNote()));
    }
    return table.isEmpty() ? Markup.paragraph("No rate is valid in the period.") : table.markup();
  }

  Markup exchangeRates() {
    Table table =
        new Table("Exchange rates").words("One unit of", "From day").numbers("In " + currency());
    basis
        .exchangeRates()
        .forEach(
            rate ->
                table.row(
                    Markup.text(rate.from()),
                    Markup.text(PageText.day(rate.day())),
                    Markup.text(DecimalText.of(rate.nanos(), FxEntry.DECIMALS))));
    return table.isEmpty() ? Markup.NOTHING : table.markup();
  }

  Markup ledger() {
    Table table =
        new Table("Ledger entries of the period")
            .words("Entry", "What", "Kind")
            .numbers("Amount")
            .words("Paid", "For the days", "Counts", "Evidence", "Stated by");
    basis.ledger().forEach(entry -> entry(entry, table));
    return table.isEmpty()
        ? Markup.paragraph("No entry is for a day of the period or was paid on one.")
        : table.markup();
  }

  private static void entry(LedgerEntry entry, Table table) {
    EntryNature nature = entry.nature();
    String kind = words(entry.category()) + (nature == null ? "" : ", " + words(nature));
    String approved = entry.evidence().approvedBy();
    table.row(
        Markup.name(entry.id()),
        Markup.name(entry.scope()),
        Markup.text(kind),
        money(entry.amountMicros(), entry.currency()),
        Markup.text(PageText.day(entry.cashDate())),
        Markup.text(
            PageText.day(entry.service().from()) + " to " + PageText.day(entry.service().to())),
        counts(entry),
        Markup.name(entry.evidence().reference()),
        Markup.name(
            entry.evidence().author() + (approved == null ? "" : ", approved by " + approved)));
  }

  private static Markup counts(LedgerEntry entry) {
    String reversed = entry.reversesEntryId();
    if (reversed != null) {
      return Markup.text("takes back ").and(Markup.name(reversed));
    }
    if (!entry.incremental()) {
      return Markup.text("no: it would exist without the AI");
    }
    return Markup.text(
        Boolean.TRUE.equals(entry.coversMetered()) ? "yes, in place of metered use" : "yes");
  }

  /** All of a resource, or of what others have named. */
  private static Markup key(String key) {
    return key.equals(RateRow.ANY) ? Markup.text(ALL) : Markup.name(key.replace(":", ": "));
  }

  private static Markup money(long micros, String currency) {
    return Markup.text(PageText.exact(micros, LedgerLine.DECIMALS) + "\u202F" + currency);
  }

  private String validity(RateRow row) {
    return "from "
        + instant(row.validFrom())
        + (row.validTo() == null ? "" : " to " + instant(row.validTo()));
  }

  private String instant(long millis) {
    return PageText.instant(Instant.ofEpochMilli(millis), facts.subject().zone());
  }

  private static String percent(@Nullable Integer basisPoints) {
    return basisPoints == null ? WITHOUT : PageText.exact(basisPoints, BP_DECIMALS) + "\u202F%";
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String currency() {
    return facts.subject().currency();
  }
}
