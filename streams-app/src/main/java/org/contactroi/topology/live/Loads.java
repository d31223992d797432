package org.contactroi.topology.live;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.kpi.Slice;
import org.contactroi.live.LiveLoad;
import org.contactroi.live.LiveSlice;
import org.contactroi.topology.store.AvroBytes;

/**
 * How much is open in each slice, and who waits there since when. Keys of the store are {@code
 * l/tenant/slice/value} and {@code w/tenant/slice/value/since/interaction/number}.
 */
final class Loads {

  /** Takes what has changed. */
  interface Changed {

    /**
     * A slice.
     *
     * @param since since when the one waits that waits longest, UTC ms; {@link #NOBODY} for nobody
     */
    void accept(LiveSlice.Key key, LiveLoad load, long since);
  }

  /** In place of an instant: nobody waits. */
  static final long NOBODY = Long.MAX_VALUE;

  private static final byte[] NOTHING = {};

  /** What is stored of a slice. */
  private record Stored(LiveLoad load, long since) {

    static final Stored NONE = new Stored(LiveLoad.NONE, NOBODY);
  }

  private final KeyValueStore<String, byte[]> store;
  private final Map<LiveSlice.Key, LiveLoad> differences = new LinkedHashMap<>();
  private final Map<LiveSlice.Key, Long> earliestAdded = new HashMap<>();

  Loads(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Adds to slices of a tenant. */
  void add(String tenant, List<Slice> slices, LiveLoad load) {
    for (Slice slice : slices) {
      differences.merge(new LiveSlice.Key(tenant, slice), load, LiveLoad::plus);
    }
  }

  /**
   * Somebody waits in slices.
   *
   * @param since UTC ms
   * @param who names the stay within the tenant, as part of a key
   */
  void waits(String tenant, List<Slice> slices, long since, String who) {
    for (Slice slice : slices) {
      LiveSlice.Key key = new LiveSlice.Key(tenant, slice);
      store.put(waiting(key, since) + "/" + who, NOTHING);
      earliestAdded.merge(key, since, Math::min);
    }
  }

  /** The same waits no more. */
  void leaves(String tenant, List<Slice> slices, long since, String who) {
    for (Slice slice : slices) {
      store.delete(waiting(new LiveSlice.Key(tenant, slice), since) + "/" + who);
    }
  }

  /** Stores what has been added and hands out the slices that are others now. */
  void drain(Changed changed) {
    differences.forEach((key, difference) -> settle(key, difference, changed));
    differences.clear();
    earliestAdded.clear();
  }

  private void settle(LiveSlice.Key key, LiveLoad difference, Changed changed) {
    String stored = "l/" + key.text();
    byte[] bytes = store.get(stored);
    Stored before = bytes == null ? Stored.NONE : AvroBytes.read(bytes, Loads::read);
    LiveLoad load = before.load().plus(difference);
    Stored now = new Stored(load, load.waiting() > 0 ? earliest(key, before.since()) : NOBODY);
    if (now.equals(before)) {
      return;
    }
    if (load.isNone()) {
      store.delete(stored);
    } else {
      store.put(stored, AvroBytes.write(encoder -> write(now, encoder)));
    }
    changed.accept(key, load, now.since());
  }

  /** Nobody waits longer than who did before and who came: the look begins there. */
  private long earliest(LiveSlice.Key key, long before) {
    long from = Math.min(before, earliestAdded.getOrDefault(key, NOBODY));
    String prefix = "w/" + key.text() + "/";
    try (KeyValueIterator<String, byte[]> range =
        store.range(waiting(key, from), "w/" + key.text() + "0")) {
      if (!range.hasNext()) {
        throw new IllegalStateException("nobody waits in a slice that has somebody waiting");
      }
      String first = range.next().key.substring(prefix.length());
      return Long.parseLong(first.substring(0, first.indexOf('/')));
    }
  }

  private static String waiting(LiveSlice.Key key, long since) {
    return "w/" + key.text() + "/" + Instants.key(since);
  }

  private static void write(Stored stored, Encoder encoder) throws IOException {
    LiveLoad load = stored.load();
    encoder.writeLong(load.waiting());
    encoder.writeLong(load.queuedWork());
    encoder.writeLong(load.inService());
    encoder.writeLong(load.botSessions());
    encoder.writeLong(load.conversations());
    encoder.writeLong(load.agentsAvailable());
    encoder.writeInt(load.agents().size());
    for (Map.Entry<String, Long> state : load.agents().entrySet()) {
      encoder.writeString(state.getKey());
      encoder.writeLong(state.getValue());
    }
    encoder.writeLong(stored.since());
  }

  private static Stored read(BinaryDecoder decoder) throws IOException {
    long waiting = decoder.readLong();
    long queuedWork = decoder.readLong();
    long inService = decoder.readLong();
    long botSessions = decoder.readLong();
    long conversations = decoder.readLong();
    long available = decoder.readLong();
    SortedMap<String, Long> agents = new TreeMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      agents.put(AvroBytes.readString(decoder), decoder.readLong());
    }
    return new Stored(
        new LiveLoad(waiting, queuedWork, inService, botSessions, conversations, available, agents),
        decoder.readLong());
  }
}
