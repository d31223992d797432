package org.contactroi.oracle;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.HistogramBucket;
import org.contactroi.outputs.OpenDay;
import org.contactroi.outputs.TotalsRecord;

/** Sums of contributions by key, and their canonical records. */
final class OracleTotals {

  private final OraclePolicies policies;
  private final Map<String, OracleQuantities> sums = new HashMap<>();
  private final Map<String, OracleFamily> families = new HashMap<>();
  private final Map<String, String> tenants = new HashMap<>();
  private final Map<String, Long> ends = new HashMap<>();

  OracleTotals(OraclePolicies policies) {
    this.policies = policies;
  }

  void add(OracleContribution contribution) {
    OracleWindows windows = new OracleWindows(policies.zone(contribution.tenant()));
    long at = contribution.at();
    for (String slice : contribution.slices()) {
      if (contribution.family() != OracleFamily.OCCUPANCY) {
        long minute = OracleWindows.minute(at);
        add(contribution, OracleKeys.of(contribution, slice, "minute", minute), minute + 60_000);
      }
      add(
          contribution,
          OracleKeys.of(contribution, slice, "hour", windows.hour(at)),
          windows.endOfHour(at));
      add(
          contribution,
          OracleKeys.of(contribution, slice, "day", windows.day(at)),
          windows.endOfDay(at));
    }
  }

  private void add(OracleContribution contribution, String key, long end) {
    families.put(key, contribution.family());
    tenants.put(key, contribution.tenant());
    ends.put(key, end);
    sums.computeIfAbsent(key, none -> new OracleQuantities()).addAll(contribution.quantities());
  }

  /** "zero entries not stored, an all-zero total is a tombstone". */
  SortedMap<String, TotalsRecord> records() {
    SortedMap<String, TotalsRecord> records = new TreeMap<>();
    sums.forEach(
        (key, sum) -> {
          SortedMap<List<String>, Long> nonZero = sum.nonZero();
          if (!nonZero.isEmpty()) {
            records.put(key, record(key, nonZero));
          }
        });
    return records;
  }

  private TotalsRecord record(String key, Map<List<String>, Long> quantities) {
    Schema.Field field = requireNonNull(families.get(key)).section();
    SpecificRecordBase section =
        (SpecificRecordBase) SpecificData.get().newRecord(null, field.schema().getTypes().get(1));
    section.getSchema().getFields().forEach(each -> set(section, each, quantities));
    FamilyTotals sections = new FamilyTotals();
    sections.put(field.pos(), section);
    String[] parts = key.split("/", -1);
    return new TotalsRecord(
        requireNonNull(tenants.get(key)),
        parts[2],
        parts[3],
        parts[4],
        Instant.parse(parts[5]),
        Instant.ofEpochMilli(requireNonNull(ends.get(key))),
        sections);
  }

  private static void set(
      SpecificRecordBase totals, Schema.Field field, Map<List<String>, Long> quantities) {
    if (field.schema().getType() == Schema.Type.LONG) {
      totals.put(field.pos(), quantities.getOrDefault(List.of(field.name()), 0L));
      return;
    }
    Map<List<String>, Long> ofField = new LinkedHashMap<>();
    quantities.forEach(
        (path, quantity) -> {
          if (path.get(0).equals(field.name())) {
            ofField.put(path.subList(1, path.size()), quantity);
          }
        });
    totals.put(field.pos(), list(field.schema().getElementType(), ofField));
  }

  private static List<?> list(Schema element, Map<List<String>, Long> quantities) {
    return switch (element.getName()) {
      case "HistogramBucket" -> buckets(quantities);
      case "OpenDay" -> days(quantities);
      default -> lines(element, quantities);
    };
  }

  private static List<HistogramBucket> buckets(Map<List<String>, Long> quantities) {
    List<HistogramBucket> buckets = new ArrayList<>();
    quantities.forEach(
        (path, count) -> buckets.add(new HistogramBucket(Long.parseLong(path.get(0)), count)));
    buckets.sort(Comparator.comparing(HistogramBucket::getLower));
    return buckets;
  }

  private static List<OpenDay> days(Map<List<String>, Long> quantities) {
    List<OpenDay> days = new ArrayList<>();
    quantities.forEach(
        (path, count) ->
            days.add(new OpenDay(LocalDate.ofEpochDay(Long.parseLong(path.get(0))), count)));
    days.sort(Comparator.comparing(OpenDay::getUtcDay));
    return days;
  }

  /** Lines in the order of their keys: the strings of a line are its key, the longs quantities. */
  private static List<SpecificRecordBase> lines(Schema line, Map<List<String>, Long> quantities) {
    Map<List<String>, SpecificRecordBase> lines = new LinkedHashMap<>();
    quantities.forEach(
        (path, quantity) -> {
          List<String> key = path.subList(0, path.size() - 1);
          SpecificRecordBase record = lines.computeIfAbsent(key, none -> empty(line, key));
          record.put(line.getField(path.get(path.size() - 1)).pos(), quantity);
        });
    return List.copyOf(lines.values());
  }

  private static SpecificRecordBase empty(Schema line, List<String> key) {
    SpecificRecordBase empty = (SpecificRecordBase) SpecificData.get().newRecord(null, line);
    for (Schema.Field field : line.getFields()) {
      boolean isKey = field.pos() < key.size();
      empty.put(field.pos(), isKey ? (Object) key.get(field.pos()) : (Object) 0L);
    }
    return empty;
  }
}
