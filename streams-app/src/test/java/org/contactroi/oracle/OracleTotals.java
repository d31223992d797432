package org.contactroi.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Collectors;
import org.contactroi.outputs.FamilyTotals;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.simulator.count.TotalsJson;

/**
 * What a record of topic {@code totals} says.
 *
 * @param family the family of its section
 */
public record OracleTotals(
    String tenant,
    String family,
    String slice,
    String value,
    String window,
    Instant start,
    Instant end,
    ObjectNode totals) {

  /** As a key and its totals say it. */
  static OracleTotals of(String tenant, String key, Instant end, ObjectNode totals) {
    String[] parts = key.split("/", -1);
    return new OracleTotals(
        tenant, parts[1], parts[2], parts[3], parts[4], Instant.parse(parts[5]), end, totals);
  }

  /** As a record says it. */
  public static OracleTotals of(TotalsRecord record) {
    FamilyTotals sections = record.getTotals();
    String family =
        sections.getSchema().getFields().stream()
            .filter(section -> sections.get(section.pos()) != null)
            .map(section -> section.name().replace('_', '-'))
            .collect(Collectors.joining(","));
    return new OracleTotals(
        record.getTenantId(),
        family,
        record.getSlice(),
        record.getValue(),
        record.getWindow(),
        record.getStart(),
        record.getEnd(),
        TotalsJson.of(record));
  }
}
