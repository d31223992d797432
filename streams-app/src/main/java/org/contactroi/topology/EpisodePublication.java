package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.contactroi.episode.Episode;
import org.contactroi.outputs.EpisodeRecord;
import org.jspecify.annotations.Nullable;

/** Publishes the episodes of a customer: those that changed, and tombstones of those gone. */
final class EpisodePublication {

  private final String topic;
  private final Serializer<SpecificRecord> serializer;
  private final Outlet outlet;

  EpisodePublication(String topic, Serializer<SpecificRecord> serializer, Outlet outlet) {
    this.topic = topic;
    this.serializer = serializer;
    this.outlet = outlet;
  }

  /**
   * Publishes episodes in place of those before. Those that did not change are not even turned into
   * records; of a large one only the records that changed are published.
   *
   * @param customerKey null for an interaction without one
   */
  void publish(
      String tenant, @Nullable String customerKey, List<Episode> before, List<Episode> now) {
    Map<String, Episode> known = new HashMap<>();
    before.forEach(
        episode -> known.put(EpisodeRecords.key(tenant, customerKey, episode, 0), episode));
    for (Episode episode : now) {
      Episode same = known.remove(EpisodeRecords.key(tenant, customerKey, episode, 0));
      if (!episode.equals(same)) {
        replace(records(tenant, customerKey, same), records(tenant, customerKey, episode));
      }
    }
    known.values().forEach(gone -> replace(records(tenant, customerKey, gone), Map.of()));
  }

  /** The parts of an episode by key, as they are published. */
  private Map<String, byte[]> records(
      String tenant, @Nullable String customerKey, @Nullable Episode episode) {
    Map<String, byte[]> records = new LinkedHashMap<>();
    if (episode != null) {
      for (EpisodeRecord part : EpisodeRecords.toAvro(tenant, customerKey, episode)) {
        records.put(
            EpisodeRecords.key(tenant, customerKey, episode, part.getPart()),
            serializer.serialize(topic, part));
      }
    }
    return records;
  }

  private void replace(Map<String, byte[]> before, Map<String, byte[]> now) {
    now.forEach(
        (key, record) -> {
          if (!Arrays.equals(record, before.get(key))) {
            outlet.emit(key.getBytes(UTF_8), topic, record);
          }
        });
    before.keySet().stream()
        .filter(key -> !now.containsKey(key))
        .forEach(gone -> outlet.emit(gone.getBytes(UTF_8), topic, null));
  }
}
