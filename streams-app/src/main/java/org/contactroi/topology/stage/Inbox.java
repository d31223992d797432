package org.contactroi.topology.stage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.contactroi.topology.store.Batches;
import org.contactroi.topology.store.Frames;

/**
 * What arrived for each key and was not worked on yet. It is in memory only until the next commit:
 * then all of it is worked on, but for keys with large state, which wait longer. What has come for
 * those goes to a logged store, so that a crash loses nothing.
 *
 * <p>Entries are kept as the bytes they came in, and decoded when they are worked on: there may be
 * a hundred thousand of them. The store holds {@link Frames} of entries by key and segment, so that
 * no record grows without bound.
 *
 * @param <T> an entry as the stage works on it
 */
public final class Inbox<T> {

  /** Turns a stored entry into one to work on. */
  public interface Decoder<T> {
    T decode(byte[] entry);
  }

  /** Works on what has come for a key. */
  public interface Work<T> {

    /** Returns how many entries the state of the key has now. */
    int of(String key, List<T> values);
  }

  /** More than an event or a fact has. */
  private static final int USUAL_BYTES = 512;

  /** Keys are escaped and hold no control character. */
  private static final char SEGMENT_MARK = '\n';

  private final KeyValueStore<String, byte[]> store;
  private final Decoder<T> decoder;
  private final int usualBytes;
  private final LargeStateThrottle pace = new LargeStateThrottle();
  private final Map<String, Noted> noted = new LinkedHashMap<>();
  private int arrived;

  private Inbox(KeyValueStore<String, byte[]> store, Decoder<T> decoder, int usualBytes) {
    this.store = store;
    this.decoder = decoder;
    this.usualBytes = usualBytes;
  }

  /** Opens the inbox with what a crash or a rebalance left in it. */
  public static <T> Inbox<T> open(KeyValueStore<String, byte[]> store, Decoder<T> decoder) {
    return open(store, decoder, USUAL_BYTES);
  }

  /**
   * The same of entries that make more work the longer they are.
   *
   * @param usualBytes so many count as one entry
   */
  public static <T> Inbox<T> open(
      KeyValueStore<String, byte[]> store, Decoder<T> decoder, int usualBytes) {
    Inbox<T> inbox = new Inbox<>(store, decoder, usualBytes);
    try (KeyValueIterator<String, byte[]> left = store.all()) {
      while (left.hasNext()) {
        KeyValue<String, byte[]> stored = left.next();
        inbox.restore(stored.key, stored.value);
      }
    }
    return inbox;
  }

  /** Notes an entry. */
  public void add(String key, byte[] entry) {
    noted.computeIfAbsent(key, k -> new Noted()).entries.add(entry);
    arrived += weight(entry);
  }

  /** Entries noted since the last time it was drained; a large one counts as several. */
  public int arrived() {
    return arrived;
  }

  /** Keys that have something to be worked on. */
  public Set<String> waiting() {
    return noted.keySet();
  }

  /**
   * Hands over what was noted for the keys that are due, in the order they were first seen, and
   * forgets it; stores what is left.
   *
   * @param now wall clock, UTC ms
   */
  public void drain(long now, Work<T> work) {
    Iterator<Map.Entry<String, Noted>> each = noted.entrySet().iterator();
    while (each.hasNext()) {
      Map.Entry<String, Noted> entry = each.next();
      if (pace.isDue(entry.getKey(), entry.getValue().entries.size(), now)) {
        work(entry.getKey(), entry.getValue(), now, work);
        each.remove();
      } else {
        store(entry.getKey(), entry.getValue());
      }
    }
    arrived = 0;
  }

  /** Whether a key that waited is due at wall clock {@code now}, UTC ms. */
  public boolean isAnyDue(long now) {
    for (Map.Entry<String, Noted> entry : noted.entrySet()) {
      if (pace.isDue(entry.getKey(), entry.getValue().entries.size(), now)) {
        return true;
      }
    }
    return false;
  }

  /** Hands over everything, also for keys that would wait. */
  public void drainAll(long now, Work<T> work) {
    noted.forEach((key, forKey) -> work(key, forKey, now, work));
    noted.clear();
    arrived = 0;
  }

  private void work(String key, Noted forKey, long now, Work<T> work) {
    List<T> values = new ArrayList<>(forKey.entries.size());
    forKey.entries.forEach(entry -> values.add(decoder.decode(entry)));
    pace.worked(key, work.of(key, values), now);
    for (int segment = 0; segment < forKey.segments; segment++) {
      store.delete(storeKey(key, segment));
    }
  }

  private void store(String key, Noted forKey) {
    List<byte[]> unstored = forKey.entries.subList(forKey.stored, forKey.entries.size());
    for (List<byte[]> segment : Batches.of(unstored, entry -> entry.length)) {
      store.put(storeKey(key, forKey.segments), Frames.join(0, segment));
      forKey.segments++;
    }
    forKey.stored = forKey.entries.size();
  }

  private void restore(String storeKey, byte[] frames) {
    int mark = storeKey.lastIndexOf(SEGMENT_MARK);
    Noted forKey = noted.computeIfAbsent(storeKey.substring(0, mark), k -> new Noted());
    forKey.segments = Integer.parseInt(storeKey.substring(mark + 1)) + 1;
    List<byte[]> entries = Frames.split(frames);
    forKey.entries.addAll(entries);
    forKey.stored = forKey.entries.size();
    entries.forEach(entry -> arrived += weight(entry));
  }

  private int weight(byte[] entry) {
    return 1 + entry.length / usualBytes;
  }

  /** Segments sort in the order they were written. */
  private static String storeKey(String key, int segment) {
    String digits = Integer.toString(segment);
    return key + SEGMENT_MARK + "00000".substring(digits.length()) + digits;
  }

  private static final class Noted {
    private final List<byte[]> entries = new ArrayList<>(4);

    /** How many of them are in the store, and in how many segments. */
    private int stored;

    private int segments;
  }
}
