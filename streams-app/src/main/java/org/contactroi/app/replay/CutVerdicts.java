package org.contactroi.app.replay;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.contactroi.topology.stage.PastVerdicts;

/**
 * Everything before a cut was accepted, but for what was refused; nothing behind it counts. Refused
 * records are known by the place where they stand: an event may stand in several, and be refused in
 * one.
 */
final class CutVerdicts implements PastVerdicts {

  /**
   * Of one partition.
   *
   * @param refused offsets, ascending
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Part(long end, long[] refused) {

    Past of(long offset) {
      return offset >= end || Arrays.binarySearch(refused, offset) >= 0
          ? Past.PASSED_OVER
          : Past.ACCEPTED;
    }
  }

  private final Map<String, Map<Integer, Part>> parts = new HashMap<>();
  private final Set<String> tenants;

  /**
   * Verdicts.
   *
   * @param tenants those that count; none: all
   */
  CutVerdicts(Cut cut, RefusedOffsets refused, Set<String> tenants) {
    this.tenants = Set.copyOf(tenants);
    cut.ends()
        .forEach(
            (partition, end) ->
                parts
                    .computeIfAbsent(partition.topic(), topic -> new HashMap<>())
                    .put(partition.partition(), new Part(end, refused.of(partition))));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when the partition was not there at the cut
   */
  @Override
  public Past of(String topic, int partition, long offset) {
    Part part = parts.getOrDefault(topic, Map.of()).get(partition);
    if (part == null) {
      throw new IllegalStateException(
          "%s is not in the cut of the replay".formatted(new TopicPartition(topic, partition)));
    }
    return part.of(offset);
  }

  @Override
  public boolean counts(String tenant) {
    return tenants.isEmpty() || tenants.contains(tenant);
  }
}
