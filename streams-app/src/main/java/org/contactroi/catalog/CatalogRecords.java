package org.contactroi.catalog;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.reference.BaselineRecord;
import org.contactroi.reference.BusinessCalendarRecord;
import org.contactroi.reference.FxRateRecord;
import org.contactroi.reference.KpiPolicyRecord;
import org.contactroi.reference.LedgerEntryRecord;
import org.contactroi.reference.RateRecord;
import org.contactroi.reference.ReferenceRecord;
import org.contactroi.yaml.Section;

/** Reads entries: what the topic holds, and what files write. */
public final class CatalogRecords {

  private static final List<Reader> READERS =
      List.of(
          new Reader(
              Kind.CALENDAR,
              BusinessCalendarRecord.class,
              CalendarFields.TABLE,
              (tenant, in) -> new CalendarEntry(tenant, CalendarFields.read(in))),
          new Reader(Kind.POLICY, KpiPolicyRecord.class, PolicyFields.TABLE, PolicyFields::read),
          new Reader(
              Kind.FX,
              FxRateRecord.class,
              FxFields.TABLE,
              (tenant, in) -> new FxEntry(tenant, FxFields.read(in))),
          new Reader(
              Kind.RATE,
              RateRecord.class,
              RateFields.TABLE,
              (tenant, in) -> new RateEntry(tenant, RateFields.read(in))),
          new Reader(
              Kind.BASELINE,
              BaselineRecord.class,
              BaselineFields.TABLE,
              (tenant, in) -> new BaselineEntry(tenant, BaselineFields.read(in))),
          new Reader(
              Kind.LEDGER,
              LedgerEntryRecord.class,
              LedgerFields.TABLE,
              (tenant, in) -> new LedgerLine(tenant, LedgerFields.read(in))));

  /** Reads one kind. */
  private record Reader(
      Kind kind,
      Class<? extends SpecificRecordBase> recorded,
      FieldTable<?> table,
      BiFunction<String, Given, CatalogEntry> entry) {}

  private CatalogRecords() {}

  /**
   * The entry a record is.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  public static CatalogEntry entry(ReferenceRecord published) {
    SpecificRecordBase content = (SpecificRecordBase) published.getContent();
    try {
      return reader(reader -> reader.recorded().isInstance(content))
          .entry()
          .apply(published.getTenantId(), Given.of(content));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The entry of a section of a file, with stand-ins for what cannot be read. */
  public static CatalogEntry entry(Kind kind, Section section) {
    Reader reader = reader(of -> of.kind() == kind);
    List<String> known = new ArrayList<>(List.of(Names.TENANT));
    known.addAll(reader.table().names());
    Given written = Given.of(section, known);
    return reader.entry().apply(Names.tenant(section), written);
  }

  private static Reader reader(Predicate<Reader> isMeant) {
    return READERS.stream().filter(isMeant).findFirst().orElseThrow();
  }
}
