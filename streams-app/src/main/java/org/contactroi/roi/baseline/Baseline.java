package org.contactroi.roi.baseline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.rate.RateRow;
import org.jspecify.annotations.Nullable;

/**
 * What episodes needed without the AI. It never changes; a better one gets an id of its own.
 *
 * @param id names it among those of its tenant
 * @param from first local day of the period it was measured in
 * @param to last local day of that period
 * @param validFrom first local day whose episodes are held against it
 * @param frozenAt when it was published, UTC ms
 * @param rows one per channel and issue, kept in their order
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
    Stated.text("id", id);
    Stated.require(!to.isBefore(from), "to", to, from + " or later");
    rows = rows.stream().sorted(Comparator.comparing(BaselineRow::cell)).toList();
    scores = Map.copyOf(scores);
    requireOneOfEach(rows);
    requireUsage(method, rows);
    scores.forEach(Score::require);
  }

  /** The row of a cell, else that of all issues of its channel; null if there is neither. */
  public @Nullable BaselineRow row(SavingCell cell) {
    BaselineRow own = find(cell);
    return own == null ? find(new SavingCell(cell.channel(), RateRow.ANY)) : own;
  }

  /** The baseline as far as prices decide about it: without the rows that state money. */
  Baseline withoutFrozen() {
    List<BaselineRow> priced = rows.stream().filter(row -> !row.isFrozen()).toList();
    return new Baseline(id, method, from, to, validFrom, frozenAt, priced, scores);
  }

  private @Nullable BaselineRow find(SavingCell cell) {
    int from = 0;
    int to = rows.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      int order = rows.get(middle).cell().compareTo(cell);
      if (order == 0) {
        return rows.get(middle);
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle;
    }
    return null;
  }

  private static void requireOneOfEach(List<BaselineRow> rows) {
    for (int i = 1; i < rows.size(); i++) {
      BaselineRow row = rows.get(i);
      Stated.require(
          !row.cell().equals(rows.get(i - 1).cell()),
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
