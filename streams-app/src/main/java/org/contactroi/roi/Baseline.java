package org.contactroi.roi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What episodes needed without the AI. It never changes; a better one gets an id of its own.
 *
 * @param id names it among those of its tenant
 * @param from first local day of the period it was measured in
 * @param to last local day of that period
 * @param validFrom first local day whose episodes are held against it
 * @param frozenAt when it was published, UTC ms
 * @param rows one per channel and issue
 * @param scores of the tenant, hundredths of a percent or of a point
 */
public record Baseline(
    String id,
    BaselineMethod method,
    LocalDate from,
    LocalDate to,
    LocalDate validFrom,
    long frozenAt,
    List<BaselineRow> rows,
    Map<Score, Integer> scores) {

  public Baseline {
    Stated.text("baseline-id", id);
    Stated.require(!to.isBefore(from), "period-to", to, from + " or later");
    rows = List.copyOf(rows);
    scores = Map.copyOf(scores);
    requireOneOfEach(rows);
    requireUsage(method, rows);
    scores.forEach(Score::require);
  }

  /** The row of an issue, else that of all issues of the channel; null if there is neither. */
  public @Nullable BaselineRow row(String channel, String issue) {
    BaselineRow all = null;
    for (BaselineRow row : rows) {
      if (row.channel().equals(channel)) {
        if (row.issue().equals(issue)) {
          return row;
        }
        all = row.issue().equals(RateRow.ANY) ? row : all;
      }
    }
    return all;
  }

  /** The baseline as far as prices decide about it: without the rows that state money. */
  Baseline withoutFrozen() {
    List<BaselineRow> priced = rows.stream().filter(row -> !row.isFrozen()).toList();
    return new Baseline(id, method, from, to, validFrom, frozenAt, priced, scores);
  }

  private static void requireOneOfEach(List<BaselineRow> rows) {
    Map<List<String>, BaselineRow> seen = new HashMap<>();
    for (BaselineRow row : rows) {
      Stated.require(
          seen.put(List.of(row.channel(), row.issue()), row) == null,
          "row",
          row.channel() + " " + row.issue(),
          "one per channel and issue");
    }
  }

  private static void requireUsage(BaselineMethod method, List<BaselineRow> rows) {
    for (BaselineRow row : rows) {
      Stated.require(
          !row.isFrozen() || method == BaselineMethod.MANUAL,
          "money",
          row.channel() + " " + row.issue(),
          "usage; money per episode is for the method MANUAL");
    }
  }
}
