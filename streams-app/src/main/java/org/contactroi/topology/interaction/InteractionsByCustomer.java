package org.contactroi.topology.interaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Keys;
import org.contactroi.record.Customer;
import org.contactroi.record.CustomerDigest;
import org.contactroi.topology.interaction.InteractionState.Sent;
import org.contactroi.topology.interaction.InteractionState.SentFact;
import org.contactroi.topology.store.AvroBytes;

/**
 * Finds what was published of a customer. Facts outlive the state they were computed from, and so
 * do these entries: {@code digest of the customer/interaction -> start and parts of each fact}.
 */
final class InteractionsByCustomer {

  /**
   * An interaction of a customer.
   *
   * @param id as its source gave it
   * @param facts as they are published
   */
  record Owned(String id, List<PublishedFact> facts) {}

  /**
   * A fact in the topic.
   *
   * @param parts how many records it was published in
   */
  record PublishedFact(InteractionId id, int parts) {

    static List<PublishedFact> of(List<SentFact> facts) {
      return facts.stream().map(fact -> new PublishedFact(fact.id(), fact.parts())).toList();
    }
  }

  private final KeyValueStore<String, byte[]> store;

  InteractionsByCustomer(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Notes that facts of an interaction were sent under another customer, or are others. */
  void moved(String tenant, String interactionId, Sent before, Sent now) {
    if (before.equals(now)) {
      return;
    }
    Map<String, List<SentFact>> owned = byKey(tenant, interactionId, now);
    for (String key : byKey(tenant, interactionId, before).keySet()) {
      if (!owned.containsKey(key)) {
        store.delete(key);
      }
    }
    owned.forEach((key, facts) -> store.put(key, AvroBytes.write(e -> write(facts, e))));
  }

  private static Map<String, List<SentFact>> byKey(String tenant, String id, Sent sent) {
    Map<String, List<SentFact>> facts = new LinkedHashMap<>();
    for (SentFact fact : sent.facts()) {
      Customer customer = fact.customer();
      if (customer != null) {
        String key = Keys.join(CustomerDigest.of(tenant, customer.key()), id);
        facts.computeIfAbsent(key, none -> new ArrayList<>(1)).add(fact);
      }
    }
    return facts;
  }

  /** Takes out the interactions of a customer. */
  List<Owned> take(String tenant, String customerKey) {
    String digest = CustomerDigest.of(tenant, customerKey);
    List<Owned> owned = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range(digest + "/", digest + "0")) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> entry = range.next();
        keys.add(entry.key);
        owned.add(owned(Keys.split(entry.key).get(1), entry.value));
      }
    }
    keys.forEach(store::delete);
    return owned;
  }

  private static Owned owned(String id, byte[] facts) {
    return new Owned(id, AvroBytes.read(facts, decoder -> read(id, decoder)));
  }

  private static void write(List<SentFact> facts, Encoder encoder) throws IOException {
    encoder.writeInt(facts.size());
    for (SentFact fact : facts) {
      Long resumedAt = fact.id().resumedAt();
      encoder.writeBoolean(resumedAt != null);
      if (resumedAt != null) {
        encoder.writeLong(resumedAt);
      }
      encoder.writeInt(fact.parts());
    }
  }

  private static List<PublishedFact> read(String id, BinaryDecoder decoder) throws IOException {
    List<PublishedFact> facts = new ArrayList<>(1);
    for (int left = decoder.readInt(); left > 0; left--) {
      Long resumedAt = decoder.readBoolean() ? decoder.readLong() : null;
      facts.add(new PublishedFact(new InteractionId(id, resumedAt), decoder.readInt()));
    }
    return facts;
  }
}
