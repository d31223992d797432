package org.contactroi.topology.episode;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.PartedStore;

/**
 * What stays published of customers whose state was forgotten: episodes outlive it, and have to be
 * found when the customer is erased. Keys are those of the state.
 */
final class EpisodeHistory {

  /**
   * An episode as it stands in the topic.
   *
   * @param key of its first part
   * @param parts how many there are
   */
  record Published(String key, int parts) {

    byte[] encode() {
      return AvroBytes.write(
          encoder -> {
            encoder.writeString(key);
            encoder.writeInt(parts);
          });
    }

    static Published decode(byte[] bytes) {
      return AvroBytes.read(
          bytes, decoder -> new Published(AvroBytes.readString(decoder), decoder.readInt()));
    }
  }

  private final PartedStore store;

  EpisodeHistory(KeyValueStore<String, byte[]> store) {
    this.store = new PartedStore(store);
  }

  /** Adds episodes to those of a key. */
  void add(String key, List<Published> episodes) {
    PartedStore.Parted before = store.get(key);
    List<byte[]> entries = new ArrayList<>(before.entries());
    episodes.forEach(episode -> entries.add(episode.encode()));
    store.put(key, before, entries);
  }

  /** Takes out the episodes of a key. */
  List<Published> take(String key) {
    PartedStore.Parted stored = store.get(key);
    store.put(key, stored, List.of());
    return stored.entries().stream().map(Published::decode).toList();
  }
}
