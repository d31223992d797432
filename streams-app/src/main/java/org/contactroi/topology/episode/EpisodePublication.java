package org.contactroi.topology.episode;

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
import org.contactroi.record.Customer;
import org.contactroi.record.EpisodeRecords;
import org.contactroi.topology.episode.EpisodeHistory.Published;
import org.contactroi.topology.stage.Outlet;
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
   * @param customer null for an interaction without one
   */
  void publish(
      String tenant, @Nullable Customer customer, List<Episode> before, List<Episode> now) {
    Map<String, Episode> known = new HashMap<>();
    before.forEach(episode -> known.put(EpisodeRecords.key(tenant, customer, episode, 0), episode));
    for (Episode episode : now) {
      Episode same = known.remove(EpisodeRecords.key(tenant, customer, episode, 0));
      if (!episode.equals(same)) {
        replace(records(tenant, customer, same), records(tenant, customer, episode));
      }
    }
    known.values().forEach(gone -> replace(records(tenant, customer, gone), Map.of()));
  }

  /** What is published of the episodes of a customer. */
  static List<Published> published(String tenant, Customer customer, List<Episode> episodes) {
    return episodes.stream()
        .map(
            episode ->
                new Published(
                    EpisodeRecords.key(tenant, customer, episode, 0),
                    EpisodeRecords.parts(episode)))
        .toList();
  }

  /** Takes episodes out of the topic. */
  void remove(List<Published> episodes) {
    for (Published episode : episodes) {
      for (int part = 0; part < episode.parts(); part++) {
        outlet.emit(EpisodeRecords.key(episode.key(), part).getBytes(UTF_8), topic, null);
      }
    }
  }

  /** The parts of an episode by key, as they are published. */
  private Map<String, byte[]> records(
      String tenant, @Nullable Customer customer, @Nullable Episode episode) {
    Map<String, byte[]> records = new LinkedHashMap<>();
    if (episode != null) {
      for (EpisodeRecord part : EpisodeRecords.toAvro(tenant, customer, episode)) {
        records.put(
            EpisodeRecords.key(tenant, customer, episode, part.getPart()),
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
