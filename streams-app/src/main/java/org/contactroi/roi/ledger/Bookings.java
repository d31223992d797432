package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.rate.FxRates;

/**
 * What a ledger books on each day in the tenant's currency. Entries that are not incremental, and
 * reversals whose original is not there, book nothing.
 */
public final class Bookings {

  private final Ledger ledger;
  private final List<Booking> bookings = new ArrayList<>();

  /**
   * Bookings of a ledger.
   *
   * @param currency the tenant's, ISO 4217
   */
  public Bookings(Ledger ledger, FxRates fx, String currency) {
    this.ledger = ledger;
    for (LedgerEntry entry : ledger.entries()) {
      LedgerEntry original = ledger.reversed(entry);
      if (original != null && original.incremental()) {
        bookings.add(Booking.reversal(original, entry.cashDate(), fx, currency));
      } else if (!entry.isReversal() && entry.incremental()) {
        bookings.add(new Booking(entry, fx, currency));
      }
    }
  }

  /** First local day an entry that is not taken back is for; empty if there is none. */
  public Optional<LocalDate> firstServiceDay() {
    return standing().map(entry -> entry.service().from()).min(LocalDate::compareTo);
  }

  /** First local day on which money was paid or came back; empty if there is none. */
  public Optional<LocalDate> firstCashDay() {
    return bookings.stream()
        .filter(Booking::isCost)
        .map(Booking::cashDate)
        .min(LocalDate::compareTo);
  }

  /** Whether an entry pays for the use of the AI that is metered on a local day. */
  public boolean coverMetered(LocalDate day) {
    return standing()
        .anyMatch(
            entry -> Boolean.TRUE.equals(entry.coversMetered()) && entry.service().contains(day));
  }

  /** Books the shares of a local day; benefits count from go-live on. */
  public void book(LocalDate day, MoneyPolicy policy, Account.Builder account) {
    for (Booking booking : bookings) {
      if (booking.isCost()) {
        bookCost(booking, day, account);
      } else if (booking.isFor(day) && !day.isBefore(policy.goLive())) {
        bookBenefit(booking.on(day), policy, account);
      }
    }
  }

  private static void bookCost(Booking booking, LocalDate day, Account.Builder account) {
    if (booking.isFor(day)) {
      account.add(booking.component(), booking.on(day));
    }
    if (booking.cashDate().equals(day)) {
      account.add(Component.PAID, booking.whole());
    }
  }

  private static void bookBenefit(Amount amount, MoneyPolicy policy, Account.Builder account) {
    account.add(Component.DECLARED, amount);
    if (policy.declaredIncluded()) {
      account.add(Component.DECLARED_INCLUDED, amount);
    }
  }

  private Stream<LedgerEntry> standing() {
    return ledger.entries().stream()
        .filter(LedgerEntry::incremental)
        .filter(entry -> !entry.isReversal() && !ledger.isReversed(entry));
  }
}
