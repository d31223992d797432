package org.contactroi.roi.price;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.roi.amount.Account;
import org.contactroi.roi.amount.Amount;
import org.contactroi.roi.amount.Component;
import org.contactroi.roi.amount.CostSum;
import org.contactroi.roi.amount.Count;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.SavingCell;
import org.jspecify.annotations.Nullable;

/** The episodes that began in one hour, cell by cell held against a baseline. */
public final class HourSavings {

  private final List<CellSaving> cells = new ArrayList<>();
  private final CostSum aiRun = new CostSum();
  private long episodes;
  private long withoutBaseline;

  /**
   * Savings of an hour.
   *
   * @param saving totals of the hour
   */
  public HourSavings(Totals saving, @Nullable Baseline baseline, Tariff tariff) {
    Map<SavingCell, List<UsedQuantity>> human = human(saving.breakdown(Saving.USAGE), tariff);
    for (Breakdown.Line line : saving.breakdown(Saving.CELLS).lines()) {
      SavingCell cell = SavingCell.of(line.key());
      BaselineRow row = baseline == null ? null : baseline.row(cell);
      long begun = line.get(SavingQuantity.EPISODES);
      episodes += begun;
      if (row == null) {
        withoutBaseline += begun;
      } else {
        cells.add(new CellSaving(line, row, human.getOrDefault(cell, List.of()), tariff));
      }
    }
  }

  /** Cells with a baseline; the others count on neither side. */
  public List<CellSaving> cells() {
    return cells;
  }

  /** Cost of running the AI, of all cells. */
  public Amount aiRun() {
    return aiRun.amount();
  }

  /** Books both sides of the saving, and how many episodes they are about. */
  public void book(Account.Builder account) {
    CostSum priced = new CostSum();
    CostSum frozen = new CostSum();
    CostSum actual = new CostSum();
    // What people were paid where the baseline states money has nothing to be held against.
    CostSum actualOfFrozen = new CostSum();
    for (CellSaving cell : cells) {
      boolean isFrozen = cell.baseline().isFrozen();
      cell.addCounterfactual(isFrozen ? frozen : priced);
      cell.addActual(isFrozen ? actualOfFrozen : actual);
      account.add(Count.EPISODES_FROZEN, isFrozen ? cell.get(SavingQuantity.EPISODES) : 0);
    }
    account.add(Count.EPISODES, episodes);
    account.add(Count.EPISODES_WITHOUT_BASELINE, withoutBaseline);
    account.add(Count.SAVED_PAID_MS, Math.subtractExact(priced.paidMs(), actual.paidMs()));
    account.add(Component.COUNTERFACTUAL, priced.amount().plus(frozen.amount()));
    account.add(Component.FROZEN, frozen.amount());
    account.add(Component.ACTUAL, actual.amount().plus(actualOfFrozen.amount()));
  }

  /** Usage of people by cell; that of the AI is priced at once. */
  private Map<SavingCell, List<UsedQuantity>> human(Breakdown usage, Tariff tariff) {
    Map<SavingCell, List<UsedQuantity>> byCell = new HashMap<>();
    for (Breakdown.Line line : usage.lines()) {
      UsageKey key = UsageKey.of(line.key());
      if (key.isHuman()) {
        byCell
            .computeIfAbsent(SavingCell.of(line.key()), cell -> new ArrayList<>())
            .add(new UsedQuantity(key, line.quantity(0)));
      } else {
        tariff.add(key, PricedQuantity.of(line.quantity(0)), aiRun);
      }
    }
    return byCell;
  }
}
