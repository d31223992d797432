package org.contactroi.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
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
import org.contactroi.outputs.MinuteTotals;
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
    Totals[] sections = new Totals[FamilyTotals.getClassSchema().getFields().size()];
    for (Totals totals : families) {
      if (!totals.isZero()) {
        sections[section(totals.family()).pos()] = totals;
      }
    }
    return new WrittenTotals(sections);
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

  private static void add(Totals.Builder totals, Measure measure, Object value) {
    switch (measure.shape().form()) {
      case SCALAR -> totals.add(measure, Fields.number(value));
      case HISTOGRAM, DAYS -> totals.add(measure, distribution((List<?>) value));
      case LINES -> totals.add(measure, breakdown((List<?>) value, measure.shape()));
    }
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
