package org.contactroi.topology.window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Kpi;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Settlement;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.Window;
import org.contactroi.topology.store.AvroBytes;
import org.jspecify.annotations.Nullable;

/** An hour or a day of a slice: what is kept of all families in it. */
final class WindowRow {

  private final RowKey key;
  private final Window window;
  private final Map<Family, FamilyState> families = new TreeMap<>();
  private boolean isChanged;

  private WindowRow(RowKey key, Window window) {
    this.key = key;
    this.window = window;
  }

  /**
   * The row of a key.
   *
   * @param stored null when it is new
   */
  static WindowRow of(RowKey key, Window window, byte @Nullable [] stored) {
    WindowRow row = new WindowRow(key, window);
    if (stored != null) {
      AvroBytes.read(
          stored,
          decoder -> {
            for (int left = decoder.readInt(); left > 0; left--) {
              FamilyState state = FamilyState.read(decoder);
              row.families.put(state.family(), state);
            }
            return row;
          });
    }
    return row;
  }

  byte[] encode() {
    families.values().removeIf(FamilyState::isNothing);
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(families.size());
          for (FamilyState state : families.values()) {
            state.write(encoder);
          }
        });
  }

  RowKey key() {
    return key;
  }

  Window window() {
    return window;
  }

  /** What is kept of its families. */
  Collection<FamilyState> families() {
    return families.values();
  }

  /** What is kept of a family. */
  FamilyState of(Family family) {
    return families.computeIfAbsent(family, FamilyState::none);
  }

  /** What is counted of a family. */
  Totals totals(Family family) {
    FamilyState state = families.get(family);
    return state == null ? Totals.zero(family) : state.totals();
  }

  /** The totals of all families. */
  List<Totals> totals() {
    List<Totals> totals = new ArrayList<>(families.size());
    families.values().forEach(state -> totals.add(state.totals()));
    return totals;
  }

  /**
   * The KPIs of a family as they are published.
   *
   * @param policy valid when the window ends
   * @param watermark event time the tenant has reached, UTC ms; null before it is known
   */
  Kpi kpi(FamilyState state, KpiPolicy policy, @Nullable Long watermark) {
    Settlement settlement =
        Settlement.of(window, state.totals(), policy, watermark, state.isSettled());
    return new Kpi(
        key.of(state.family()),
        window.end(),
        policy.zone().getId(),
        policy.version(),
        settlement.settled(),
        settlement.fraction(),
        settlement.watermark(),
        state.revision(),
        state.totals());
  }

  /** Whether something in it waits for episodes. */
  boolean isOpen() {
    for (FamilyState state : families.values()) {
      if (state.family().waitsForEpisodes() && !state.isSettled() && !state.totals().isZero()) {
        return true;
      }
    }
    return false;
  }

  /** Forgets a family. */
  void remove(FamilyState state) {
    families.remove(state.family());
    isChanged = true;
  }

  /** Whether a family was forgotten. */
  boolean isChanged() {
    return isChanged;
  }

  /** Whether nothing is kept. */
  boolean isEmpty() {
    return families.isEmpty();
  }
}
