package org.contactroi.roi.rate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.roi.amount.Stated;
import org.contactroi.roi.amount.UsageKey;
import org.jspecify.annotations.Nullable;

/** All rates of a tenant. Immutable; a function of the set of its rows. */
public final class RateCard {

  public static final RateCard EMPTY = new RateCard(List.of());

  /** The most specific first: key before channel, then the latest, then the greatest id. */
  private static final Comparator<RateRow> PRECEDENCE =
      Comparator.comparing((RateRow row) -> row.key().equals(RateRow.ANY))
          .thenComparing(row -> row.channel().equals(RateRow.ANY))
          .thenComparing(Comparator.comparingLong(RateRow::validFrom).reversed())
          .thenComparing(RateRow::id, Utf8Order.INSTANCE.reversed());

  private final Map<Resource, List<RateRow>> rows = new EnumMap<>(Resource.class);
  private final NavigableSet<Long> changes = new TreeSet<>();

  /**
   * A card of rows in any order.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public RateCard(Collection<RateRow> all) {
    Set<String> ids = new HashSet<>();
    for (RateRow row : all) {
      Stated.require(ids.add(row.id()), "id", row.id(), "each once");
      rows.computeIfAbsent(row.resource(), resource -> new ArrayList<>()).add(row);
      changes.add(row.validFrom());
      if (row.validTo() != null) {
        changes.add(row.validTo());
      }
    }
    rows.values().forEach(ofResource -> ofResource.sort(PRECEDENCE));
  }

  /**
   * The most specific row for a usage that is valid at the start of an hour; null if there is none.
   *
   * @param hourStart UTC ms
   */
  public @Nullable RateRow price(UsageKey usage, long hourStart) {
    for (RateRow row : rows.getOrDefault(usage.resource(), List.of())) {
      if (row.fits(usage) && row.isValid(hourStart)) {
        return row;
      }
    }
    return null;
  }

  /** The last instant at or before another at which a row began or ended; null if none did. */
  public @Nullable Long lastChange(long instant) {
    return changes.floor(instant);
  }
}
