package org.contactroi.catalog;

import java.time.LocalDate;
import java.util.List;
import org.contactroi.kpi.Refusal;
import org.contactroi.kpi.Versions;

/**
 * What a tenant's contacts are valued by. Figures are valued last, so one for the past changes
 * amounts of the past, and nothing is counted again.
 */
public sealed interface MoneyEntry extends CatalogEntry
    permits FxEntry, RateEntry, BaselineEntry, LedgerLine {

  /**
   * An amount that an entry states.
   *
   * @param field that states its currency
   * @param micros millionths of a unit of the currency
   * @param currency ISO 4217
   * @param day the first on which it is exchanged
   */
  record StatedAmount(String field, long micros, String currency, LocalDate day) {}

  /** The amounts it states. */
  List<StatedAmount> amounts(MoneyBook others);

  /** Why it cannot stand beside others, its amounts apart; empty if it can, or is one of them. */
  List<Refusal> refusals(MoneyBook others);

  /** Whether it may be replaced by another of the same key, and be removed. */
  boolean isCorrectable();

  @Override
  default long validFrom() {
    return Versions.BEGINNING;
  }

  @Override
  default String key() {
    return series();
  }
}
