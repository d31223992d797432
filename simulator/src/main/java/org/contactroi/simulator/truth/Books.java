package org.contactroi.simulator.truth;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.contactroi.simulator.scenario.LedgerEntry;
import org.contactroi.simulator.scenario.Money;
import org.jspecify.annotations.Nullable;

/** What a ledger books on which day. */
record Books(Money money, Valuation valuation) {

  /** Returns the first day that an entry that stands is for. */
  OptionalInt firstServiceDay() {
    return standing().mapToInt(entry -> entry.service().from()).min();
  }

  /** Returns the first day on which something is paid, or comes back. */
  OptionalInt firstCashDay() {
    return money.ledger().stream()
        .filter(this::counts)
        .filter(entry -> !entry.kind().category().isBenefit())
        .mapToInt(LedgerEntry::paid)
        .min();
  }

  private boolean counts(LedgerEntry entry) {
    return entry.counts().isIncremental() && (original(entry) != null || !isReversal(entry));
  }

  /** Returns whether metered use of a day is paid for by an entry. */
  boolean coverMetered(int day) {
    return standing()
        .anyMatch(
            entry ->
                Boolean.TRUE.equals(entry.counts().coversMetered())
                    && entry.service().contain(day));
  }

  /** Adds what is booked and paid on a day. */
  void addTo(Track track, int day) {
    for (LedgerEntry entry : money.ledger()) {
      LedgerEntry original = original(entry);
      if (counts(entry)) {
        LedgerEntry of = original == null ? entry : original;
        book(track, of, isReversal(entry), day);
        if (entry.paid() == day && !of.kind().category().isBenefit()) {
          track.add("paid", signed(exchanged(of), isReversal(entry)));
        }
      }
    }
  }

  private void book(Track track, LedgerEntry entry, boolean isReversal, int day) {
    if (!entry.service().contain(day)) {
      return;
    }
    LedgerEntry.Nature nature = entry.kind().nature();
    Charge share = signed(share(entry, day), isReversal);
    if (nature != null) {
      track.add(nature.name().toLowerCase(Locale.ROOT), share);
    } else if (day >= money.choices().goLive()) {
      track.add("declared", share);
      if (money.choices().isDeclaredIncluded()) {
        track.add("declared_included", share);
      }
    }
  }

  /** Day k of n: round(A k / n) - round(A (k - 1) / n). */
  private Charge share(LedgerEntry entry, int day) {
    long k = day - entry.service().from() + 1L;
    long n = entry.service().count();
    Charge whole = exchanged(entry);
    return whole.part(k, n).add(whole.part(k - 1, n).negated());
  }

  /** The amount at the exchange rate of the day it was paid. */
  private Charge exchanged(LedgerEntry entry) {
    Money.Amount amount = entry.amount();
    Fraction exchange = valuation.prices(entry.paid()).exchange(amount.currency());
    return exchange == null
        ? new Charge().addUnpriced("LEDGER", entry.id(), amount.micros())
        : Charge.of(Fraction.of(amount.micros()).times(exchange).rounded());
  }

  private static Charge signed(Charge charge, boolean isNegative) {
    return isNegative ? charge.negated() : charge;
  }

  private static boolean isReversal(LedgerEntry entry) {
    return entry.counts().reverses() != null;
  }

  /** What an entry takes back; null if it is no reversal, or not the first. */
  private @Nullable LedgerEntry original(LedgerEntry entry) {
    List<LedgerEntry> all = money.ledger();
    return all.stream()
        .filter(other -> other.id().equals(entry.counts().reverses()))
        .filter(other -> entry.equals(firstReversal(other)))
        .findFirst()
        .orElse(null);
  }

  private @Nullable LedgerEntry firstReversal(LedgerEntry original) {
    return money.ledger().stream()
        .filter(entry -> original.id().equals(entry.counts().reverses()))
        .min(Comparator.comparing(LedgerEntry::id))
        .orElse(null);
  }

  private Stream<LedgerEntry> standing() {
    return money.ledger().stream()
        .filter(entry -> entry.counts().isIncremental() && !isReversal(entry))
        .filter(entry -> firstReversal(entry) == null);
  }
}
