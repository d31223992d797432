package org.contactroi.roi.valuation;

import java.util.Set;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Experience;
import org.contactroi.kpi.family.FirstContactResolution;
import org.contactroi.kpi.family.Sales;
import org.contactroi.kpi.family.Saving;

/**
 * What is known of one window of a tenant; the latest counts.
 *
 * @param start of the window, UTC ms
 * @param isOpen something in it still waits for episodes
 * @param totals of an hour of saving or cost, or of a day of another family; zero of a day of
 *     saving, whose hours say more
 */
public record DayPart(String tenant, boolean isDay, long start, boolean isOpen, Totals totals)
    implements RoiPart {

  /** Of days; of saving it is whether they are open. */
  private static final Set<Family> BY_DAY =
      Set.of(Saving.FAMILY, Sales.FAMILY, Experience.FAMILY, FirstContactResolution.FAMILY);

  /** Whether statements are made of a window. */
  public static boolean isWanted(TotalsKey key) {
    return key.slice().by().equals(SliceBy.ALL.id())
        && (key.window() == WindowSize.DAY
            ? BY_DAY.contains(key.family())
            : key.window() == WindowSize.HOUR && key.family().isPriced());
  }

  /** What a wanted window says. */
  public static DayPart of(TotalsKey key, boolean isOpen, Totals totals) {
    boolean isDay = key.window() == WindowSize.DAY;
    return new DayPart(
        key.tenant(),
        isDay,
        key.start(),
        isOpen,
        isDay && key.family() == Saving.FAMILY ? Totals.zero(Saving.FAMILY) : totals);
  }
}
