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

  /** Books both sides of the saving, and how many episodes they are about. */
  void book(Account.Builder account) {
    account.add(Count.EPISODES, episodes);
    account.add(Count.EPISODES_WITHOUT_BASELINE, withoutBaseline);
    for (CellSaving cell : cells) {
      Amount counterfactual = cell.counterfactual();
      account.add(Component.COUNTERFACTUAL, counterfactual);
      account.add(Component.ACTUAL, cell.actual());
      account.add(Count.SAVED_PAID_MS, cell.paidMs());
      if (cell.isFrozen()) {
        account.add(Component.FROZEN, counterfactual);
        account.add(Count.EPISODES_FROZEN, cell.get(SavingQuantity.EPISODES));
      }
    }
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
