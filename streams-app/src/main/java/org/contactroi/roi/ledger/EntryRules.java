package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.contactroi.kpi.Refusal;

/** What an entry has to agree with in order to stand in a ledger. */
record EntryRules(Ledger ledger, Predicate<LocalDate> isMetered) {

  List<Refusal> of(LedgerEntry entry) {
    List<Refusal> refusals = new ArrayList<>();
    checkId(entry, refusals);
    checkMetered(entry, refusals);
    if (entry.isReversal()) {
      checkReversal(entry, refusals);
    } else {
      checkReversals(entry, refusals);
    }
    return refusals;
  }

  private void checkId(LedgerEntry entry, List<Refusal> refusals) {
    if (ledger.entry(entry.id()) != null) {
      refusals.add(
          new Refusal(
              "id",
              "is '%s'; allowed: an id of its own, because an entry never changes; take the one there back with reverses-entry-id"
                  .formatted(entry.id())));
    }
  }

  private void checkMetered(LedgerEntry entry, List<Refusal> refusals) {
    if (!entry.category().maybeMetered() || entry.coversMetered() != null) {
      return;
    }
    entry.service().stream()
        .filter(isMetered)
        .findFirst()
        .ifPresent(
            day ->
                refusals.add(
                    new Refusal(
                        "covers-metered",
                        "is missing; allowed: true, false; use of the AI was metered on %s, and %s of these days must say whether it pays for that"
                            .formatted(day, entry.category()))));
  }

  /** An original that is not there yet may come. */
  private void checkReversal(LedgerEntry reversal, List<Refusal> refusals) {
    String id = reversal.reversesEntryId();
    LedgerEntry original = id == null ? null : ledger.entry(id);
    if (original == null) {
      return;
    }
    if (original.isReversal() || ledger.isReversed(original)) {
      refusals.add(
          new Refusal(
              "reverses-entry-id",
              "is '%s'; allowed: an entry that is no reversal and not taken back yet"
                  .formatted(id)));
    }
    if (!reversal.mirrors(original)) {
      refusals.add(
          new Refusal(
              "reverses-entry-id",
              "is '%s'; allowed: an entry of the same side, category, nature, amount, currency and service days"
                  .formatted(id)));
    }
  }

  /** Reversals that have waited for this entry. */
  private void checkReversals(LedgerEntry original, List<Refusal> refusals) {
    for (LedgerEntry reversal : ledger.entries()) {
      if (original.id().equals(reversal.reversesEntryId()) && !reversal.mirrors(original)) {
        refusals.add(
            new Refusal(
                "id",
                "is '%s'; allowed: another id, or the side, category, nature, amount, currency and service days of '%s', which takes it back"
                    .formatted(original.id(), reversal.id())));
      }
    }
  }
}
