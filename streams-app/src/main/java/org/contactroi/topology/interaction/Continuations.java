package org.contactroi.topology.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.episode.Member;
import org.contactroi.interaction.InteractionId;
import org.contactroi.kpi.Keys;
import org.contactroi.topology.interaction.InteractionState.SentFact;
import org.contactroi.topology.stage.Ageing;
import org.contactroi.topology.stage.FactChange;
import org.contactroi.topology.stage.FactChange.Forgotten;
import org.contactroi.topology.stage.FactChange.MemberChange;
import org.contactroi.topology.stage.Outlet;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.MemberCodec;
import org.jspecify.annotations.Nullable;

/**
 * Interactions that go on with others, by {@code tenant/id} of the other, and where each of them
 * was sent: to the episodes that the other one's latest part, begun by then, belongs to. Whichever
 * of the two changes, what was sent is brought up to date; nothing else sends them.
 */
final class Continuations {

  private static final Comparator<SentFact> BY_START =
      Comparator.comparingLong(SentFact::start).thenComparing(SentFact::id, InteractionId.ORDER);

  /**
   * One of them.
   *
   * @param sentTo key of the episodes it was sent to, null when to none
   */
  private record Continuation(Member member, @Nullable String sentTo) {}

  /**
   * What is kept of one that others go on with.
   *
   * @param facts its own, as last known: they outlive its events
   */
  private record Entry(List<SentFact> facts, Map<InteractionId, Continuation> continuations) {

    static final Entry NONE = new Entry(List.of(), Map.of());

    long lastTime() {
      return continuations.values().stream()
          .mapToLong(each -> Math.max(each.member.start(), each.member.end()))
          .max()
          .orElse(Long.MIN_VALUE);
    }
  }

  private final KeyValueStore<String, byte[]> store;
  private final Ageing ageing;
  private final Outlet outlet;

  /**
   * Those of a partition.
   *
   * @param ageing of the keys, by their last end
   */
  Continuations(KeyValueStore<String, byte[]> store, Ageing ageing, Outlet outlet) {
    this.store = store;
    this.ageing = ageing;
    this.outlet = outlet;
  }

  /**
   * Takes over what goes on with an interaction.
   *
   * @param key {@code tenant/id} of that
   * @param facts of that; empty when it is not known, or not any more
   * @param reached event time, UTC ms
   */
  void change(String key, MemberChange change, List<SentFact> facts, long reached) {
    Entry before = entry(key);
    Map<InteractionId, Continuation> changed = new LinkedHashMap<>(before.continuations);
    Continuation earlier = changed.remove(change.id());
    String sentTo = earlier == null ? null : earlier.sentTo;
    if (change.member() != null) {
      changed.put(change.id(), new Continuation(change.member(), sentTo));
    } else if (sentTo != null) {
      send(sentTo, key, reached, change);
    }
    List<SentFact> known = facts.isEmpty() ? before.facts : facts;
    put(key, before, joined(key, before, new Entry(known, changed), reached));
  }

  /**
   * Forgets one of those that go on with an interaction, and has it forgotten where it was sent.
   */
  void forget(String key, Forgotten forgotten, long reached) {
    Entry before = entry(key);
    Map<InteractionId, Continuation> left = new LinkedHashMap<>(before.continuations);
    Continuation known = left.remove(forgotten.id());
    if (known != null && known.sentTo != null) {
      send(known.sentTo, key, reached, forgotten);
    }
    put(key, before, new Entry(before.facts, left));
  }

  /** Takes over that an interaction changed, which others may go on with. */
  void renew(String key, List<SentFact> facts, long reached) {
    Entry before = entry(key);
    if (!before.continuations.isEmpty() && !before.facts.equals(facts)) {
      put(key, before, joined(key, before, new Entry(facts, before.continuations), reached));
    }
  }

  /** Forgets what goes on with an interaction, and takes nothing back. */
  void forget(String key) {
    put(key, entry(key), Entry.NONE);
  }

  /** Forgets what ended before a time, UTC ms. */
  void forgetBefore(String tenant, long time) {
    ageing.takeBefore(tenant, time).forEach(store::delete);
  }

  private Entry joined(String key, Entry before, Entry now, long reached) {
    Map<InteractionId, Continuation> joined = new LinkedHashMap<>();
    now.continuations.forEach(
        (id, continuation) -> {
          SentFact other = other(now.facts, continuation.member.start());
          String to = other == null ? null : key(key, other);
          Member member =
              other == null ? continuation.member : continuation.member.joining(other.id());
          String sentTo = continuation.sentTo;
          if (sentTo != null && !sentTo.equals(to)) {
            send(sentTo, key, reached, new MemberChange(id, null));
          }
          Continuation sent = new Continuation(member, to);
          if (to != null && !sent.equals(before.continuations.get(id))) {
            send(to, key, reached, new MemberChange(id, member));
          }
          joined.put(id, sent);
        });
    return new Entry(now.facts, joined);
  }

  private static String key(String key, SentFact other) {
    return FactChange.key(Keys.split(key).get(0), other.customer(), other.id());
  }

  /** The latest that had begun; none when it goes on with another itself or ended long before. */
  private static @Nullable SentFact other(List<SentFact> facts, long start) {
    return facts.stream()
        .filter(fact -> fact.isMember() && fact.start() <= start)
        .max(BY_START)
        .filter(fact -> fact.isJoinedAt(start))
        .orElse(null);
  }

  private void send(String to, String key, long reached, FactChange.Change change) {
    FactChange sent = new FactChange(Keys.split(key).get(0), reached, change, Map.of());
    outlet.emit(to.getBytes(UTF_8), InteractionStage.FACTS, sent.encode());
  }

  private Entry entry(String key) {
    byte[] stored = store.get(key);
    return stored == null ? Entry.NONE : AvroBytes.read(stored, Continuations::read);
  }

  private void put(String key, Entry before, Entry now) {
    if (!now.continuations.isEmpty()) {
      store.put(key, AvroBytes.write(encoder -> write(now, encoder)));
    } else if (!before.continuations.isEmpty()) {
      store.delete(key);
    }
    ageing.moved(key, before.lastTime(), now.lastTime());
  }

  private static void write(Entry entry, Encoder encoder) throws IOException {
    encoder.writeInt(entry.facts.size());
    for (SentFact fact : entry.facts) {
      fact.write(encoder);
    }
    encoder.writeInt(entry.continuations.size());
    for (Continuation continuation : entry.continuations.values()) {
      MemberCodec.write(continuation.member, encoder);
      AvroBytes.writeNullable(encoder, continuation.sentTo);
    }
  }

  private static Entry read(BinaryDecoder decoder) throws IOException {
    List<SentFact> facts = new ArrayList<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      facts.add(SentFact.read(decoder));
    }
    Map<InteractionId, Continuation> continuations = new LinkedHashMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      Member member = MemberCodec.read(decoder);
      continuations.put(member.id(), new Continuation(member, AvroBytes.readNullable(decoder)));
    }
    return new Entry(facts, continuations);
  }
}
