package org.contactroi.topology.store;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Adds the stores of stages; each method returns the name it was given. None is cached: stages
 * write right before a commit, when caches are being emptied.
 */
public final class StageStores {

  private final StreamsBuilder builder;

  public StageStores(StreamsBuilder builder) {
    this.builder = builder;
  }

  public String bytes(String name) {
    return logged(name, Serdes.ByteArray());
  }

  public String longs(String name) {
    return logged(name, Serdes.Long());
  }

  private String logged(String name, Serde<?> values) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values));
    return name;
  }
}
