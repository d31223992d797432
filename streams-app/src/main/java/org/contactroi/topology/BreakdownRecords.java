package org.contactroi.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Measure;
import org.contactroi.outputs.CellUsageLine;
import org.contactroi.outputs.SalesLine;
import org.contactroi.outputs.SavingCell;
import org.contactroi.outputs.UsageLine;

/**
 * Lines of breakdowns as published, from and to the domain. The fields of a line's record are the
 * parts of its key and then its quantities, in the order of the shape.
 */
final class BreakdownRecords {

  private BreakdownRecords() {}

  static List<SpecificRecordBase> toAvro(Breakdown breakdown, Measure.Shape shape) {
    Supplier<SpecificRecordBase> empty = empty(shape);
    return breakdown.lines().stream().map(line -> filled(empty.get(), line)).toList();
  }

  static Breakdown toDomain(List<?> records, Measure.Shape shape) {
    return Breakdown.of(
        records.stream().map(record -> line((SpecificRecordBase) record, shape)).toList());
  }

  private static Supplier<SpecificRecordBase> empty(Measure.Shape shape) {
    return switch (shape) {
      case USAGE -> UsageLine::new;
      case SALES -> SalesLine::new;
      case SAVING_CELLS -> SavingCell::new;
      case CELL_USAGE -> CellUsageLine::new;
      case SCALAR, HISTOGRAM, DAYS ->
          throw new IllegalArgumentException(shape + " is no breakdown");
    };
  }

  private static SpecificRecordBase filled(SpecificRecordBase record, Breakdown.Line line) {
    int field = 0;
    for (String part : line.key()) {
      record.put(field++, part);
    }
    for (int i = 0; i < line.size(); i++) {
      record.put(field++, line.quantity(i));
    }
    return record;
  }

  private static Breakdown.Line line(SpecificRecordBase record, Measure.Shape shape) {
    int parts = shape.keyParts().size();
    List<String> key = new ArrayList<>(parts);
    for (int i = 0; i < parts; i++) {
      key.add((String) record.get(i));
    }
    long[] quantities = new long[shape.quantities().size()];
    for (int i = 0; i < quantities.length; i++) {
      quantities[i] = (Long) record.get(parts + i);
    }
    return new Breakdown.Line(key, quantities);
  }
}
