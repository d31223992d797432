package org.contactroi.catalog;

import java.time.DateTimeException;
import org.contactroi.reference.BusinessCalendarRecord;
import org.contactroi.reference.KpiPolicyRecord;
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
      return published.getContent() instanceof KpiPolicyRecord policy
          ? new PolicyEntry(published.getTenantId(), PolicyRecords.toDomain(policy))
          : new CalendarEntry(
              published.getTenantId(),
              CalendarRecords.toDomain((BusinessCalendarRecord) published.getContent()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
