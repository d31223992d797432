package org.contactroi.topology.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one agent: small entries by kind and key, so that what comes anew touches few of
 * them however many there are. Keys of the store are {@code tenant/agent/kind/key}.
 */
final class AgentEntries {

  /** What an entry is. */
  enum Kind {
    /** The last answer to a survey, by {@code day/survey}. */
    ANSWER,
    /** A day of the agent, by {@code day}. */
    DAY,
    /** The event that won its identity, by {@code event id}. */
    EVENT,
    /** All work in a part of an interaction, by {@code part}. */
    PART,
    /** The state an event says, by {@code time/event id}. */
    STATE,
    /** All answers to a survey, by {@code survey}. */
    SURVEY,
    /** What was told of the state the agent is in, by nothing. */
    TOLD,
    /** The work of a day in a part of an interaction, by {@code day/part}. */
    WORK;

    private final String id = name().toLowerCase(Locale.ROOT);
  }

  /** An entry, by its key within the kind. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Entry(String key, byte[] value) {}

  private final KeyValueStore<String, byte[]> store;
  private final String agent;

  /**
   * The entries of an agent.
   *
   * @param agent {@code tenant/agent}
   */
  AgentEntries(KeyValueStore<String, byte[]> store, String agent) {
    this.store = store;
    this.agent = agent;
  }

  byte @Nullable [] get(Kind kind, String key) {
    return store.get(prefix(kind) + key);
  }

  void put(Kind kind, String key, byte[] value) {
    store.put(prefix(kind) + key, value);
  }

  void delete(Kind kind, String key) {
    store.delete(prefix(kind) + key);
  }

  /** The entries with keys in [from, to], in their order. */
  List<Entry> between(Kind kind, String from, String to) {
    String prefix = prefix(kind);
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range(prefix + from, prefix + to)) {
      range.forEachRemaining(stored -> entries.add(entry(prefix, stored)));
    }
    return entries;
  }

  /** The entries with keys that begin with a text and '/'. */
  List<Entry> under(Kind kind, String text) {
    // '0' follows '/', so these are exactly those.
    return between(kind, text + "/", text + "0");
  }

  /** The first entry from a key on that is wanted. */
  @Nullable Entry first(Kind kind, String from, Predicate<Entry> wanted) {
    String prefix = prefix(kind);
    try (KeyValueIterator<String, byte[]> range = store.range(prefix + from, end(kind))) {
      return first(prefix, range, wanted);
    }
  }

  /** The last entry up to a key that is wanted. */
  @Nullable Entry last(Kind kind, String to, Predicate<Entry> wanted) {
    String prefix = prefix(kind);
    try (KeyValueIterator<String, byte[]> range = store.reverseRange(prefix, prefix + to)) {
      return first(prefix, range, wanted);
    }
  }

  private static @Nullable Entry first(
      String prefix, KeyValueIterator<String, byte[]> range, Predicate<Entry> wanted) {
    while (range.hasNext()) {
      Entry entry = entry(prefix, range.next());
      if (wanted.test(entry)) {
        return entry;
      }
    }
    return null;
  }

  private static Entry entry(String prefix, KeyValue<String, byte[]> stored) {
    return new Entry(stored.key.substring(prefix.length()), stored.value);
  }

  private String prefix(Kind kind) {
    return agent + "/" + kind.id + "/";
  }

  /** '0' follows '/', so it comes after exactly the keys that begin with the prefix. */
  private String end(Kind kind) {
    return agent + "/" + kind.id + "0";
  }
}
