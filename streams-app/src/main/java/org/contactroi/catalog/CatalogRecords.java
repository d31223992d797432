package org.contactroi.catalog;

import java.time.DateTimeException;
import org.contactroi.reference.BaselineRecord;
import org.contactroi.reference.BusinessCalendarRecord;
import org.contactroi.reference.FxRateRecord;
import org.contactroi.reference.KpiPolicyRecord;
import org.contactroi.reference.LedgerEntryRecord;
import org.contactroi.reference.RateRecord;
import org.contactroi.reference.ReferenceRecord;

/** Reads what the topic holds. */
public final class CatalogRecords {

  private CatalogRecords() {}

  /**
   * The entry a record is.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  public static CatalogEntry entry(ReferenceRecord published) {
    try {
      return entry(published.getTenantId(), published.getContent());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static CatalogEntry entry(String tenant, Object content) {
    if (content instanceof KpiPolicyRecord policy) {
      return new PolicyEntry(tenant, PolicyRecords.toDomain(policy), PolicyRecords.money(policy));
    }
    if (content instanceof BusinessCalendarRecord calendar) {
      return new CalendarEntry(tenant, CalendarRecords.toDomain(calendar));
    }
    if (content instanceof FxRateRecord rate) {
      return new FxEntry(tenant, MoneyRecords.toDomain(rate));
    }
    if (content instanceof RateRecord row) {
      return new RateEntry(tenant, MoneyRecords.toDomain(row));
    }
    if (content instanceof BaselineRecord baseline) {
      return new BaselineEntry(tenant, BaselineRecords.toDomain(baseline));
    }
    return new LedgerLine(tenant, LedgerRecords.toDomain((LedgerEntryRecord) content));
  }
}
