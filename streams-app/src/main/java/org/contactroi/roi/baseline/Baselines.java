package org.contactroi.roi.baseline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.kpi.Refusal;
import org.contactroi.roi.amount.Stated;
import org.jspecify.annotations.Nullable;

/** All baselines of a tenant. Immutable; a function of the set of them. */
public final class Baselines {

  public static final Baselines NONE = new Baselines(List.of());

  private final List<Baseline> newestFirst;

  /**
   * Baselines in any order.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public Baselines(Collection<Baseline> all) {
    Map<String, Baseline> byId = new HashMap<>();
    all.forEach(one -> Stated.require(byId.put(one.id(), one) == null, "id", one.id(), "once"));
    newestFirst =
        all.stream()
            .sorted(
                Comparator.comparing(Baseline::validFrom)
                    .thenComparing(Baseline::id, Utf8Order.INSTANCE)
                    .reversed())
            .toList();
  }

  /**
   * The baseline for the episodes of a local day: the one valid from the latest day on or before
   * it, of several the one with the greatest id; null before the first.
   */
  public @Nullable Baseline at(LocalDate day) {
    for (Baseline baseline : newestFirst) {
      if (!baseline.validFrom().isAfter(day)) {
        return baseline;
      }
    }
    return null;
  }

  /** Why a baseline cannot join them; empty if it can, or is there already. */
  public List<Refusal> refusals(Baseline baseline) {
    return newestFirst.stream()
        .filter(other -> other.id().equals(baseline.id()) && !other.equals(baseline))
        .map(
            other ->
                new Refusal(
                    "id",
                    "is '%s'; allowed: an id of its own, because the baseline there never changes"
                        .formatted(baseline.id())))
        .toList();
  }

  /** Those that other rates change: without the rows that state money. */
  public Baselines withoutFrozen() {
    return new Baselines(newestFirst.stream().map(Baseline::withoutFrozen).toList());
  }
}
