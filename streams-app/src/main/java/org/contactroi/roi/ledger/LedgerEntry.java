package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.ledger.EntryCategory.Side;
import org.jspecify.annotations.Nullable;

/**
 * An amount somebody states: a cost, or a benefit that is not measured.
 *
 * @param id names it among those of its tenant
 * @param category belongs to the side
 * @param nature of a cost; null for a benefit
 * @param amountMicros millionths of a unit of the currency
 * @param currency ISO 4217
 * @param cashDate local day it is paid
 * @param service days it is for
 * @param scope what it was spent on, in the words of the tenant
 * @param incremental whether it would not exist without the AI; what would is kept and not counted
 * @param coversMetered whether it pays for usage that is metered as well; null if it says nothing
 * @param reversesEntryId the entry it takes back; null for none
 * @param evidence the accounts of whoever stated it
 */
public record LedgerEntry(
    String id,
    Side side,
    EntryCategory category,
    @Nullable EntryNature nature,
    long amountMicros,
    String currency,
    LocalDate cashDate,
    Service service,
    String scope,
    boolean incremental,
    @Nullable Boolean coversMetered,
    @Nullable String reversesEntryId,
    Evidence evidence) {

  /** Days an amount is for, both included. */
  public record Service(LocalDate from, LocalDate to) {

    public Service {
      Stated.require(!to.isBefore(from), "service-to", to, from + " or later");
    }

    /** How many they are. */
    public long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** Whether a day is one of them. */
    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    /** They, in order. */
    Stream<LocalDate> stream() {
      return from.datesUntil(to.plusDays(1));
    }

    /** How many of them are past at the end of a day. */
    long past(LocalDate day) {
      return Math.min(days(), Math.max(0, ChronoUnit.DAYS.between(from, day) + 1));
    }
  }

  /**
   * Where an amount is from.
   *
   * @param reference for instance the number of a bill
   */
  public record Evidence(String reference, String author, @Nullable String approvedBy) {

    public Evidence {
      Stated.text("evidence-ref", reference);
      Stated.text("author", author);
    }
  }

  public LedgerEntry {
    Stated.text("id", id);
    Stated.text("scope", scope);
    Stated.require(
        category.side() == side, "category", category, Stated.names(EntryCategory.of(side)));
    Stated.require(
        nature != null || side == Side.BENEFIT, "nature", "", Stated.names(EntryNature.values()));
    Stated.require(
        nature == null || side == Side.COST, "nature", String.valueOf(nature), "none of a BENEFIT");
    Stated.amount("amount-micros", amountMicros);
    Stated.currency(currency);
    Stated.require(
        coversMetered == null || category.maybeMetered(),
        "covers-metered",
        String.valueOf(coversMetered),
        "none but of " + Stated.names(EntryCategory.metered()));
    Stated.require(!id.equals(reversesEntryId), "reverses-entry-id", id, "another entry");
  }

  /** Whether it takes back another. */
  public boolean isReversal() {
    return reversesEntryId != null;
  }

  /** Whether it states the same amount of the same kind for the same days. */
  boolean mirrors(LedgerEntry other) {
    return category == other.category
        && nature == other.nature
        && amountMicros == other.amountMicros
        && currency.equals(other.currency)
        && service.equals(other.service);
  }
}
