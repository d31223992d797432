package org.contactroi.topology.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.valuation.Days;
import org.contactroi.roi.valuation.MoneyTerms;

/**
 * Reference records of a tenant that came, changed or went.
 *
 * @param entries as they were and as they are
 */
public record MoneyChange(
    String tenant, MoneyTerms before, MoneyTerms after, List<CatalogEntry> entries) {

  /** Days on which usage may have another price, or be held against another baseline. */
  public List<Days> priced() {
    List<Days> touched = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      if (entry instanceof RateEntry rate) {
        touched.add(days(rate.row()));
      } else if (entry instanceof FxEntry fx) {
        touched.add(Days.since(fx.rate().day()));
      } else if (entry instanceof BaselineEntry baseline) {
        touched.add(Days.since(baseline.baseline().validFrom()));
      } else if (entry instanceof PolicyEntry policy) {
        touched.add(days(policy));
      }
    }
    return touched;
  }

  /** Whether what is cashable may be another share of savings that are the same. */
  public boolean isPolicy() {
    return entries.stream().anyMatch(PolicyEntry.class::isInstance);
  }

  /** Days on which the ledger may book something else. */
  public List<Days> booked() {
    List<Days> touched = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      if (entry instanceof LedgerLine line) {
        addRelated(line.entry(), touched);
      } else if (entry instanceof FxEntry fx) {
        addExchanged(fx, touched);
      }
    }
    return touched;
  }

  private Days days(RateRow row) {
    Long to = row.validTo();
    LocalDate from = after.day(row.validFrom());
    return to == null ? Days.since(from) : new Days(from, after.day(to - 1).plusDays(1));
  }

  /** The first version with money holds for all days before it as well. */
  private Days days(PolicyEntry policy) {
    return before.policies().first().equals(after.policies().first())
        ? Days.since(after.day(policy.validFrom()))
        : Days.since(Days.BEGINNING);
  }

  /**
   * A reversal books where its original does and takes the place of another one; an original makes
   * reversals count.
   */
  private void addRelated(LedgerEntry changed, List<Days> touched) {
    add(changed, touched);
    for (MoneyTerms money : List.of(before, after)) {
      for (LedgerEntry other : money.reference().ledger().entries()) {
        if (isRelated(changed, other)) {
          add(other, touched);
        }
      }
    }
  }

  private static boolean isRelated(LedgerEntry changed, LedgerEntry other) {
    String original = changed.reversesEntryId();
    return other.id().equals(original)
        || changed.id().equals(other.reversesEntryId())
        || (original != null && original.equals(other.reversesEntryId()));
  }

  /** An entry is exchanged whole on the day it is paid. */
  private void addExchanged(FxEntry fx, List<Days> touched) {
    for (LedgerEntry entry : after.reference().ledger().entries()) {
      if (entry.currency().equals(fx.rate().from())
          && !entry.cashDate().isBefore(fx.rate().day())) {
        addRelated(entry, touched);
      }
    }
  }

  private static void add(LedgerEntry entry, List<Days> touched) {
    touched.add(new Days(entry.service().from(), entry.service().to().plusDays(1)));
    touched.add(Days.only(entry.cashDate()));
  }
}
