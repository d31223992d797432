package org.contactroi.roi.rate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.contactroi.roi.amount.Stated;

/**
 * Exchange rates by pair and day. A pair is taken as it is stated: neither turned round nor made up
 * of two others.
 */
public final class FxRates {

  public static final FxRates NONE = new FxRates(List.of());

  private final Map<Pair, NavigableMap<LocalDate, Long>> rates = new HashMap<>();

  /**
   * Rates in any order.
   *
   * @throws IllegalArgumentException if two are of the same pair and day
   */
  public FxRates(Collection<FxRate> all) {
    for (FxRate rate : all) {
      Long other =
          rates
              .computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
              .put(rate.day(), rate.nanos());
      Stated.require(other == null, "fx-rate", rate, "one of a pair and day");
    }
  }

  /**
   * Nanos of one currency per unit of another on a day, by the latest rate on or before it; empty
   * if there is none.
   */
  public OptionalLong nanos(String from, String to, LocalDate day) {
    if (from.equals(to)) {
      return OptionalLong.of(FxRate.NANOS);
    }
    NavigableMap<LocalDate, Long> ofPair = rates.get(new Pair(from, to));
    Map.Entry<LocalDate, Long> latest = ofPair == null ? null : ofPair.floorEntry(day);
    return latest == null ? OptionalLong.empty() : OptionalLong.of(latest.getValue());
  }

  private record Pair(String from, String to) {}
}
