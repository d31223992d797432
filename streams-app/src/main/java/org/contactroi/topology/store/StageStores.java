package org.contactroi.topology.store;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** Adds the stores of stages; each method returns the name it was given. */
public final class StageStores {

  private final StreamsBuilder builder;

  public StageStores(StreamsBuilder builder) {
    this.builder = builder;
  }

  public String bytes(String name) {
    return cached(name, Serdes.ByteArray());
  }

  public String longs(String name) {
    return cached(name, Serdes.Long());
  }

  /** Not cached: each key is written once per flush, which is about once per commit anyway. */
  public String plain(String name) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray()));
    return name;
  }

  /** Cached, so that what is written several times between two commits is logged once. */
  private String cached(String name, Serde<?> values) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
            .withCachingEnabled());
    return name;
  }
}
