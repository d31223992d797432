package org.contactroi.roi.baseline;

import java.util.Comparator;
import java.util.List;
import org.contactroi.interaction.Utf8Order;

/** Episodes by channel and issue of their first interaction, in the order of totals. */
public record SavingCell(String channel, String issue) implements Comparable<SavingCell> {

  private static final Comparator<SavingCell> ORDER =
      Comparator.comparing(SavingCell::channel, Utf8Order.INSTANCE)
          .thenComparing(SavingCell::issue, Utf8Order.INSTANCE);

  public static SavingCell of(List<String> line) {
    return new SavingCell(line.get(0), line.get(1));
  }

  @Override
  public int compareTo(SavingCell other) {
    return ORDER.compare(this, other);
  }
}
