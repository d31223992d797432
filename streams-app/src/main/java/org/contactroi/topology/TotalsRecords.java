package org.contactroi.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.outputs.ContainmentTotals;
import org.contactroi.outputs.CostTotals;
import org.contactroi.outputs.ExperienceTotals;
import org.contactroi.outputs.FirstContactResolutionTotals;
import org.contactroi.outputs.HandleTimeTotals;
import org.contactroi.outputs.HistogramBucket;
import org.contactroi.outputs.OccupancyTotals;
import org.contactroi.outputs.OpenDay;
import org.contactroi.outputs.SalesTotals;
import org.contactroi.outputs.SavingTotals;
import org.contactroi.outputs.ServiceLevelTotals;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.outputs.VolumeTotals;

/**
 * Totals as published, from and to the domain. The fields of a family's record are its measures, in
 * their order; distributions ascend and hold no zero: equal totals have equal bytes.
 */
public final class TotalsRecords {

  private TotalsRecords() {}

  static TotalsRecord record(Totals totals) {
    return new TotalsRecord(toAvro(totals));
  }

  /** The family's record of these totals. */
  static SpecificRecordBase toAvro(Totals totals) {
    SpecificRecordBase record = empty(totals.family());
    List<Measure> measures = totals.family().measures();
    for (int i = 0; i < measures.size(); i++) {
      record.put(i, value(measures.get(i), totals));
    }
    return record;
  }

  /** The totals of a family's record. */
  public static Totals toDomain(Family family, SpecificRecordBase record) {
    Totals.Builder totals = Totals.builder(family);
    List<Measure> measures = family.measures();
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      switch (measure.shape()) {
        case SCALAR -> totals.add(measure, (Long) record.get(i));
        case HISTOGRAM -> totals.add(measure, histogram((List<?>) record.get(i)));
        case DAYS -> totals.add(measure, days((List<?>) record.get(i)));
        case USAGE, SALES, SAVING_CELLS, CELL_USAGE ->
            totals.add(
                measure, BreakdownRecords.toDomain((List<?>) record.get(i), measure.shape()));
      }
    }
    return totals.build();
  }

  /** Names of the fields of a family's record. */
  static List<String> fields(Family family) {
    return empty(family).getSchema().getFields().stream().map(Schema.Field::name).toList();
  }

  private static SpecificRecordBase empty(Family family) {
    return switch (family) {
      case HANDLE_TIME -> new HandleTimeTotals();
      case SERVICE_LEVEL -> new ServiceLevelTotals();
      case CONTAINMENT -> new ContainmentTotals();
      case FIRST_CONTACT_RESOLUTION -> new FirstContactResolutionTotals();
      case VOLUME -> new VolumeTotals();
      case SAVING -> new SavingTotals();
      case COST -> new CostTotals();
      case EXPERIENCE -> new ExperienceTotals();
      case SALES -> new SalesTotals();
      case OCCUPANCY -> new OccupancyTotals();
    };
  }

  private static Object value(Measure measure, Totals totals) {
    return switch (measure.shape()) {
      case SCALAR -> totals.get(measure);
      case HISTOGRAM -> histogram(totals.distribution(measure));
      case DAYS -> days(totals.distribution(measure));
      case USAGE, SALES, SAVING_CELLS, CELL_USAGE ->
          BreakdownRecords.toAvro(totals.breakdown(measure), measure.shape());
    };
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

  private static Distribution histogram(List<?> buckets) {
    long[] keys = new long[buckets.size()];
    long[] counts = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      HistogramBucket bucket = (HistogramBucket) buckets.get(i);
      keys[i] = bucket.getLower();
      counts[i] = bucket.getCount();
    }
    return Distribution.of(keys, counts);
  }

  private static Distribution days(List<?> days) {
    long[] keys = new long[days.size()];
    long[] counts = new long[keys.length];
    for (int i = 0; i < keys.length; i++) {
      OpenDay day = (OpenDay) days.get(i);
      keys[i] = day.getUtcDay().toEpochDay();
      counts[i] = day.getEpisodes();
    }
    return Distribution.of(keys, counts);
  }
}
