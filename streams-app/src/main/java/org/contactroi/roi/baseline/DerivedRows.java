package org.contactroi.roi.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.HalfEven;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Saving;
import org.contactroi.kpi.family.SavingQuantity;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.BaselineRow.Sample;

/** Rows of a baseline from what episodes of a period needed of people. */
public final class DerivedRows {

  private final Totals saving;
  private final Map<SavingCell, Map<UsageKey, Long>> usage = new HashMap<>();

  private DerivedRows(Totals saving) {
    this.saving = saving;
    for (Breakdown.Line line : saving.breakdown(Saving.USAGE).lines()) {
      UsageKey key = UsageKey.of(line.key());
      if (key.isHuman()) {
        usage
            .computeIfAbsent(SavingCell.of(line.key()), cell -> new HashMap<>())
            .put(key, line.quantity(0));
      }
    }
  }

  /**
   * A row for each cell that used anything of people; quantities per 1 000 episodes are rounded.
   *
   * @param saving totals of the saving family of the period
   */
  public static List<BaselineRow> of(Totals saving) {
    return new DerivedRows(saving).rows();
  }

  private List<BaselineRow> rows() {
    List<BaselineRow> rows = new ArrayList<>();
    for (Breakdown.Line line : saving.breakdown(Saving.CELLS).lines()) {
      SavingCell cell = SavingCell.of(line.key());
      Map<UsageKey, Long> each = perThousand(cell, line.get(SavingQuantity.EPISODES));
      if (!each.isEmpty()) {
        rows.add(new BaselineRow(cell.channel(), cell.issue(), each, null, sample(line)));
      }
    }
    return rows;
  }

  private Map<UsageKey, Long> perThousand(SavingCell cell, long episodes) {
    Map<UsageKey, Long> each = new HashMap<>(usage.getOrDefault(cell, Map.of()));
    each.replaceAll(
        (key, quantity) -> HalfEven.divide(quantity, BaselineRow.PER_EPISODES, episodes));
    each.values().removeIf(quantity -> quantity == 0);
    return each;
  }

  private static Sample sample(Breakdown.Line line) {
    return new Sample(
        line.get(SavingQuantity.EPISODES),
        line.get(SavingQuantity.CONTACTS),
        line.get(SavingQuantity.HANDLED_CONTACTS),
        line.get(SavingQuantity.EFFORT_MS));
  }
}
