package org.contactroi.roi.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.amount.Stated;
import org.jspecify.annotations.Nullable;

/** All entries of a tenant. Immutable; a function of the set of them. */
public final class Ledger {

  public static final Ledger EMPTY = new Ledger(List.of());

  private final Map<String, LedgerEntry> entries = new TreeMap<>(Utf8Order.INSTANCE);

  /** By the id of the entry they take back: of several the one with the least id. */
  private final Map<String, LedgerEntry> reversals = new HashMap<>();

  /**
   * Entries in any order.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public Ledger(Collection<LedgerEntry> all) {
    for (LedgerEntry entry : all) {
      Stated.require(entries.put(entry.id(), entry) == null, "id", entry.id(), "each once");
    }
    for (LedgerEntry entry : entries.values()) {
      String original = entry.reversesEntryId();
      if (original != null) {
        reversals.putIfAbsent(original, entry);
      }
    }
  }

  /** Entries in the order of their ids. */
  public Collection<LedgerEntry> entries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  /** The entry of an id; null if there is none. */
  public @Nullable LedgerEntry entry(String id) {
    return entries.get(id);
  }

  /** The entry a reversal takes back; null if it is no reversal, or inert. */
  @Nullable LedgerEntry reversed(LedgerEntry reversal) {
    String id = reversal.reversesEntryId();
    LedgerEntry original = id == null ? null : entry(id);
    return original == null || original.isReversal() || !reversal.equals(reversals.get(id))
        ? null
        : original;
  }

  /** Whether an entry is taken back. */
  boolean isReversed(LedgerEntry entry) {
    return !entry.isReversal() && reversals.containsKey(entry.id());
  }

  /**
   * Why an entry cannot join them; empty if it can, or is there already.
   *
   * @param isMetered whether use of the AI was metered on a local day
   */
  public List<Refusal> refusals(LedgerEntry entry, Predicate<LocalDate> isMetered) {
    return entry.equals(entry(entry.id())) ? List.of() : new EntryRules(this, isMetered).of(entry);
  }
}
