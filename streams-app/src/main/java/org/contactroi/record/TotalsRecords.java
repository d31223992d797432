package org.contactroi.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.Window;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.HistogramBucket;
import org.contactroi.outputs.MinuteTotals;
import org.contactroi.outputs.OpenDay;
import org.contactroi.outputs.TotalsRecord;

/**
 * Totals as published, from and to the domain. A family's section has its measures as fields, in
 * their order; distributions ascend and hold no zero: equal totals have equal bytes.
 */
public final class TotalsRecords {

  private static final Map<Family, Schema.Field> SECTIONS = sections();

  private TotalsRecords() {}

  /**
   * The record of a row.
   *
   * @param totals of its families, none of a quarter
   * @param minutes totals of families by start, of a quarter only
   */
  public static TotalsRecord toAvro(
      RowKey key,
      Window window,
      Collection<Totals> totals,
      SortedMap<Long, ? extends Collection<Totals>> minutes) {
    List<MinuteTotals> ofMinutes = new ArrayList<>(minutes.size());
    minutes.forEach(
        (start, each) ->
            ofMinutes.add(new MinuteTotals(Instant.ofEpochMilli(start), sections(each))));
    return new TotalsRecord(
        key.tenant(),
        key.slice().by(),
        key.slice().valueText(),
        window.size().id(),
        Instant.ofEpochMilli(window.start()),
        Instant.ofEpochMilli(window.end()),
        sections(totals),
        ofMinutes);
  }

  /** The sections of families; none of totals that are zero. */
  static FamilyTotals sections(Collection<Totals> families) {
    FamilyTotals sections = new FamilyTotals();
    for (Totals totals : families) {
      if (!totals.isZero()) {
        sections.put(section(totals.family()).pos(), section(totals));
      }
    }
    return sections;
  }

  private static IndexedRecord section(Totals totals) {
    IndexedRecord section = newRecord(section(totals.family()).schema().getTypes().get(1));
    for (Measure measure : totals.family().measures()) {
      section.put(measure.position(), value(totals, measure, section.getSchema()));
    }
    return section;
  }

  /** The totals in a record, decoded to classes of any kind; of a quarter those of its minutes. */
  public static Map<TotalsKey, Totals> toDomain(RowKey row, IndexedRecord record) {
    Map<TotalsKey, Totals> totals = new HashMap<>();
    addSections(row, Fields.record(record, "totals"), totals);
    if (Fields.find(record, "minutes") instanceof List<?> minutes) {
      for (Object each : minutes) {
        IndexedRecord minute = (IndexedRecord) each;
        long start = Fields.millis(Fields.get(minute, "start"));
        RowKey key = new RowKey(row.tenant(), row.slice(), WindowSize.MINUTE, start);
        addSections(key, Fields.record(minute, "totals"), totals);
      }
    }
    return totals;
  }

  private static void addSections(
      RowKey row, IndexedRecord sections, Map<TotalsKey, Totals> totals) {
    SECTIONS.forEach(
        (family, field) -> {
          if (Fields.find(sections, field.name()) != null) {
            totals.put(row.of(family), ofSections(family, sections));
          }
        });
  }

  /** The totals of one family; zero if it has no section. */
  static Totals ofSections(Family family, IndexedRecord sections) {
    Totals.Builder totals = Totals.builder(family);
    if (Fields.find(sections, section(family).name()) instanceof IndexedRecord section) {
      for (Measure measure : family.measures()) {
        Object value = Fields.find(section, measure.fieldName());
        if (value != null) {
          add(totals, measure, value);
        }
      }
    }
    return totals.build();
  }

  /** Names of the fields of a family's section. */
  static List<String> fields(Family family) {
    return section(family).schema().getTypes().get(1).getFields().stream()
        .map(Schema.Field::name)
        .toList();
  }

  /** Lines as records of a type whose fields are the parts of the key, then the quantities. */
  private static List<IndexedRecord> lines(Breakdown breakdown, Schema type) {
    List<IndexedRecord> records = new ArrayList<>(breakdown.lines().size());
    for (Breakdown.Line line : breakdown.lines()) {
      IndexedRecord record = newRecord(type);
      int field = 0;
      for (String part : line.key()) {
        record.put(field++, part);
      }
      for (int i = 0; i < line.size(); i++) {
        record.put(field++, line.quantity(i));
      }
      records.add(record);
    }
    return records;
  }

  private static Object value(Totals totals, Measure measure, Schema section) {
    return switch (measure.shape().form()) {
      case SCALAR -> totals.get(measure);
      case HISTOGRAM -> histogram(totals.distribution(measure));
      case DAYS -> days(totals.distribution(measure));
      case LINES ->
          lines(
              totals.breakdown(measure),
              section.getFields().get(measure.position()).schema().getElementType());
    };
  }

  private static void add(Totals.Builder totals, Measure measure, Object value) {
    switch (measure.shape().form()) {
      case SCALAR -> totals.add(measure, Fields.number(value));
      case HISTOGRAM, DAYS -> totals.add(measure, distribution((List<?>) value));
      case LINES -> totals.add(measure, breakdown((List<?>) value, measure.shape()));
    }
  }

  private static List<HistogramBucket> histogram(Distribution distribution) {
    List<HistogramBucket> buckets = new ArrayList<>(distribution.size());
    for (int i = 0; i < distribution.size(); i++) {
      buckets.add(new HistogramBucket(distribution.key(i), distribution.count(i)));
    }
    return buckets;
  }

  private static List<OpenDay> days(Distribution distribution) {
    List<OpenDay> days = new ArrayList<>(distribution.size());
    for (int i = 0; i < distribution.size(); i++) {
      days.add(new OpenDay(LocalDate.ofEpochDay(distribution.key(i)), distribution.count(i)));
    }
    return days;
  }

  /** Entries are pairs: key, then count. */
  private static Distribution distribution(List<?> entries) {
    long[] keys = new long[entries.size()];
    long[] counts = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      IndexedRecord entry = (IndexedRecord) entries.get(i);
      keys[i] = Fields.number(entry.get(0));
      counts[i] = Fields.number(entry.get(1));
    }
    return Distribution.of(keys, counts);
  }

  private static Breakdown breakdown(List<?> entries, Shape shape) {
    return Breakdown.of(entries.stream().map(entry -> line((IndexedRecord) entry, shape)).toList());
  }

  private static Breakdown.Line line(IndexedRecord entry, Shape shape) {
    return new Breakdown.Line(
        shape.keyParts().stream().map(part -> Fields.text(entry, part)).toList(),
        shape.quantities().stream()
            .mapToLong(quantity -> Fields.number(Fields.get(entry, quantity.fieldName())))
            .toArray());
  }

  private static IndexedRecord newRecord(Schema type) {
    return (IndexedRecord) SpecificData.get().newRecord(null, type);
  }

  private static Schema.Field section(Family family) {
    Schema.Field section = SECTIONS.get(family);
    if (section == null) {
      throw new IllegalArgumentException("the contract has no totals of " + family.id());
    }
    return section;
  }

  private static Map<Family, Schema.Field> sections() {
    Map<Family, Schema.Field> sections = new TreeMap<>();
    for (Family family : Families.all()) {
      Schema.Field field = FamilyTotals.getClassSchema().getField(family.id().replace('-', '_'));
      if (field != null) {
        sections.put(family, field);
      }
    }
    return sections;
  }
}
