package org.contactroi.serve.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.jspecify.annotations.Nullable;

/** What was read last, in the order in which it was, numbered. Thread safe. */
public final class Feed {

  private final int kept;
  private final Deque<Change> changes = new ArrayDeque<>();
  private long newest;

  /**
   * Without changes.
   *
   * @param kept changes that are remembered
   */
  Feed(int kept) {
    this.kept = kept;
  }

  /** What a change is of. */
  public enum Kind {
    /** An hour or a day of a family. */
    KPI,
    /** The minutes of a quarter of an hour, of all families. */
    MINUTES
  }

  /**
   * A window is other than before, or new, or gone.
   *
   * @param number larger than that of all before
   * @param family its id; null if it is of all
   * @param row tenant, slice, window and start
   */
  public record Change(long number, Kind kind, @Nullable String family, RowKey row) {}

  /** The number of the newest change, 0 if there is none. */
  public synchronized long newest() {
    return newest;
  }

  /**
   * Changes after a number, the first ones; empty if some of them are forgotten.
   *
   * @param most how many
   */
  public synchronized Optional<List<Change>> after(long number, int most) {
    long forgotten = newest - changes.size();
    if (number < forgotten || number > newest) {
      return Optional.empty();
    }
    List<Change> found = new ArrayList<>();
    if (number < newest) {
      for (Change change : changes) {
        if (change.number() > number && found.size() < most) {
          found.add(change);
        }
      }
    }
    return Optional.of(found);
  }

  synchronized void add(Changes read) {
    read.windows()
        .keySet()
        .forEach(
            key -> {
              TotalsKey parsed = Families.key(KpiStore.text(key.get()));
              add(Kind.KPI, parsed.family().id(), parsed.row());
            });
    read.quarters()
        .keySet()
        .forEach(
            key -> {
              RowKey row = RowKey.of(key);
              add(
                  Kind.MINUTES,
                  null,
                  new RowKey(row.tenant(), row.slice(), WindowSize.MINUTE, row.start()));
            });
  }

  private void add(Kind kind, @Nullable String family, RowKey row) {
    newest++;
    changes.add(new Change(newest, kind, family, row));
    if (changes.size() > kept) {
      changes.remove();
    }
  }
}
