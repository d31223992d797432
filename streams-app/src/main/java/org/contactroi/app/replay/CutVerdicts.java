package org.contactroi.app.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.topology.stage.KeptDays;
import org.contactroi.topology.stage.PastVerdicts;

/**
 * Everything before a cut was accepted, but for what was refused. Refused records are known by the
 * place where they stand: an event may stand in several, and be refused in one.
 */
final class CutVerdicts implements PastVerdicts {

  /**
   * Of one partition.
   *
   * @param refused offsets, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(long end, long[] refused) {

    Past of(long offset, Past behind) {
      if (offset >= end) {
        return behind;
      }
      return Arrays.binarySearch(refused, offset) >= 0 ? Past.PASSED_OVER : Past.ACCEPTED;
    }
  }

  private final Map<String, Map<Integer, Part>> parts = new HashMap<>();
  private final Set<String> tenants;
  private final KeptDays kept;
  private final Past behind;

  private CutVerdicts(
      Cut cut, RefusedOffsets refused, Set<String> tenants, KeptDays kept, Past behind) {
    this.kept = kept;
    this.tenants = Set.copyOf(tenants);
    this.behind = behind;
    cut.ends()
        .forEach(
            (partition, end) ->
                parts
                    .computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                    .put(partition.partition(), new Part(end, refused.of(partition))));
  }

  /**
   * Of a replay that ends at the cut: nothing behind it counts.
   *
   * @param tenants those that count; none: all
   */
  static CutVerdicts ending(Cut cut, RefusedOffsets refused, Set<String> tenants, KeptDays kept) {
    return new CutVerdicts(cut, refused, tenants, kept, Past.PASSED_OVER);
  }

  /** Of a replay that goes on: what is behind the cut is judged by itself. */
  static CutVerdicts goingOn(Cut cut, RefusedOffsets refused) {
    return new CutVerdicts(cut, refused, Set.of(), KeptDays.ALL, Past.OPEN);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when the replay ends at the cut and the partition was not there
   */
  @Override
  public Past of(String topic, int partition, long offset) {
    Part part = parts.getOrDefault(topic, Map.of()).get(partition);
    if (part == null && behind == Past.OPEN) {
      return Past.OPEN;
    }
    if (part == null) {
      throw new IllegalStateException(
          "%s is not in the cut of the replay".formatted(new TopicPartition(topic, partition)));
    }
    return part.of(offset, behind);
  }

  @Override
  public boolean counts(String tenant) {
    return tenants.isEmpty() || tenants.contains(tenant);
  }

  @Override
  public KeptDays kept() {
    return kept;
  }
}
