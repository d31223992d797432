package org.contactroi.app.replay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.contactroi.kpi.TotalsKey;
import org.jspecify.annotations.Nullable;

/** Amounts of a window, of which two runs do not say the same. */
record AmountsDifference(TotalsKey key, List<Change> changes) {

  /**
   * An amount as both runs have it, millionths; null where it is undefined, or nothing is there.
   *
   * @param name as in the records
   */
  record Change(String name, @Nullable Long first, @Nullable Long second) {}

  AmountsDifference {
    changes = List.copyOf(changes);
  }

  /** What is not the same in both; all amounts of either if their currencies are not. */
  static List<Change> changes(WindowAmounts first, WindowAmounts second) {
    if (!first.areNone() && !second.areNone() && !first.currency().equals(second.currency())) {
      return Stream.concat(
              first.micros().entrySet().stream()
                  .map(
                      each ->
                          new Change(
                              each.getKey() + " " + first.currency(), each.getValue(), null)),
              second.micros().entrySet().stream()
                  .map(
                      each ->
                          new Change(
                              each.getKey() + " " + second.currency(), null, each.getValue())))
          .toList();
    }
    Set<String> names = new LinkedHashSet<>(first.micros().keySet());
    names.addAll(second.micros().keySet());
    return names.stream()
        .map(name -> new Change(name, first.micros().get(name), second.micros().get(name)))
        .filter(change -> !Objects.equals(change.first(), change.second()))
        .toList();
  }
}
