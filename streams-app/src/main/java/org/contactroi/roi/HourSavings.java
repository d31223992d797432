package org.contactroi.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Saving;
import org.contactroi.kpi.SavingQuantity;
import org.contactroi.kpi.Totals;
import org.jspecify.annotations.Nullable;

/** The episodes that began in one hour, cell by cell held against a baseline. */
final class HourSavings {

  private final List<CellSaving> cells = new ArrayList<>();
  private long episodes;
  private long withoutBaseline;

  /**
   * Savings of an hour.
   *
   * @param saving totals of the hour
   */
  HourSavings(Totals saving, @Nullable Baseline baseline, Tariff tariff) {
    Map<SavingCell, Map<UsageKey, Long>> usage = usage(saving.breakdown(Saving.USAGE));
    for (Breakdown.Line line : saving.breakdown(Saving.CELLS).lines()) {
      SavingCell cell = SavingCell.of(line.key());
      BaselineRow row = baseline == null ? null : baseline.row(cell.channel(), cell.issue());
      long begun = line.get(SavingQuantity.EPISODES);
      episodes += begun;
      if (row == null) {
        withoutBaseline += begun;
      } else {
        cells.add(new CellSaving(line, row, usage.getOrDefault(cell, Map.of()), tariff));
      }
    }
  }

  /** Cells with a baseline; the others count on neither side. */
  List<CellSaving> cells() {
    return cells;
  }

  /** Episodes of all cells. */
  long episodes() {
    return episodes;
  }

  /** Episodes of cells without a baseline. */
  long withoutBaseline() {
    return withoutBaseline;
  }

  private static Map<SavingCell, Map<UsageKey, Long>> usage(Breakdown usage) {
    Map<SavingCell, Map<UsageKey, Long>> byCell = new HashMap<>();
    for (Breakdown.Line line : usage.lines()) {
      byCell
          .computeIfAbsent(SavingCell.of(line.key()), cell -> new HashMap<>())
          .put(UsageKey.of(line.key()), line.quantity(0));
    }
    return byCell;
  }
}
