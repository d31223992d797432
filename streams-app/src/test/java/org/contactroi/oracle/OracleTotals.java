package org.contactroi.oracle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.outputs.MinuteTotals;
import org.contactroi.outputs.TotalsRecord;
import org.contactroi.simulator.count.TotalsJson;

/** What topic {@code totals} says of one family in a window. */
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

  /** As a record says it: of every family, and of a quarter by minute. */
  public static List<OracleTotals> of(TotalsRecord record) {
    List<OracleTotals> all = new ArrayList<>();
    TotalsJson.byFamily(record)
        .forEach(
            (family, totals) ->
                all.add(
                    new OracleTotals(
                        record.getTenantId(),
                        family,
                        record.getSlice(),
                        record.getValue(),
                        record.getWindow(),
                        record.getStart(),
                        record.getEnd(),
                        totals)));
    for (MinuteTotals minute : record.getMinutes()) {
      TotalsJson.byFamily(minute)
          .forEach((family, totals) -> all.add(of(record, family, minute.getStart(), totals)));
    }
    return all;
  }

  private static OracleTotals of(
      TotalsRecord quarter, String family, Instant start, ObjectNode totals) {
    if (start.isBefore(quarter.getStart()) || !start.isBefore(quarter.getEnd())) {
      throw new IllegalStateException(
          "minute %s is not in the quarter of %s".formatted(start, quarter.getStart()));
    }
    return new OracleTotals(
        quarter.getTenantId(),
        family,
        quarter.getSlice(),
        quarter.getValue(),
        "minute",
        start,
        start.plus(Duration.ofMinutes(1)),
        totals);
  }

  /**
   * Its key, {@code tenant/family/slice/value/window/start}, as the key of its record says it.
   *
   * @param row {@code tenant/slice/value/window/start}; minutes are in rows of quarters
   */
  public String keyIn(String row) {
    String[] parts = row.split("/", -1);
    boolean isMinute = parts[3].equals("quarter") && window.equals("minute");
    return String.join(
        "/",
        parts[0],
        family,
        parts[1],
        parts[2],
        isMinute ? window : parts[3],
        isMinute ? start.toString() : parts[4]);
  }
}
