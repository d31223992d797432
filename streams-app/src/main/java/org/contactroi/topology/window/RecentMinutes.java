package org.contactroi.topology.window;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.TotalsCodec;
import org.jspecify.annotations.Nullable;

/** The minutes of a quarter of an hour of a slice. */
final class RecentMinutes {

  private final SortedMap<Long, Map<Family, Totals>> minutes = new TreeMap<>();

  /**
   * The minutes of a row.
   *
   * @param stored null when it is new
   */
  static RecentMinutes of(byte @Nullable [] stored) {
    RecentMinutes row = new RecentMinutes();
    if (stored != null) {
      AvroBytes.read(
          stored,
          decoder -> {
            for (int left = decoder.readInt(); left > 0; left--) {
              long minute = decoder.readLong();
              for (int families = decoder.readInt(); families > 0; families--) {
                row.add(minute, TotalsCodec.read(decoder));
              }
            }
            return row;
          });
    }
    return row;
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(minutes.size());
          for (Map.Entry<Long, Map<Family, Totals>> minute : minutes.entrySet()) {
            encoder.writeLong(minute.getKey());
            encoder.writeInt(minute.getValue().size());
            for (Totals totals : minute.getValue().values()) {
              TotalsCodec.write(totals, encoder);
            }
          }
        });
  }

  /**
   * Adds to a minute.
   *
   * @param minute its start, UTC ms
   */
  void add(long minute, Totals difference) {
    Map<Family, Totals> families = minutes.computeIfAbsent(minute, start -> new TreeMap<>());
    Totals sum = families.merge(difference.family(), difference, Totals::plus);
    if (sum.isZero()) {
      families.remove(difference.family());
    }
    if (families.isEmpty()) {
      minutes.remove(minute);
    }
  }

  boolean isEmpty() {
    return minutes.isEmpty();
  }

  /** The totals of families by minute. */
  SortedMap<Long, Collection<Totals>> totals() {
    SortedMap<Long, Collection<Totals>> totals = new TreeMap<>();
    minutes.forEach((minute, families) -> totals.put(minute, List.copyOf(families.values())));
    return totals;
  }
}
