package org.contactroi.topology.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * State of any size in a key-value store: a list of entries by key. What is small is one value;
 * what is large is cut into parts, so that no record of the changelog comes near the broker's limit
 * and only parts that changed are written.
 *
 * <p>The first part is {@code number of parts, frames of entries} under the key, the k-th the
 * frames under {@code key, line feed, k}.
 */
public final class PartedStore {

  /** Nothing stored. */
  static final Parted NONE = new Parted(List.of());

  private static final int PART_BYTES = 128 * 1024;
  private static final int COUNT_BYTES = Integer.BYTES;

  /** Keys are escaped and hold no control character. */
  private static final char PART_MARK = '\n';

  /** State as it was read. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Parted(List<byte[]> parts) {

    /** Whether nothing is stored. */
    public boolean isNothing() {
      return parts.isEmpty();
    }

    /** Its entries, in the order they were put. */
    public List<byte[]> entries() {
      List<byte[]> entries = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        byte[] part = parts.get(i);
        int from = i == 0 ? COUNT_BYTES : 0;
        Frames.split(ByteBuffer.wrap(part, from, part.length - from), entries);
      }
      return entries;
    }

    private byte @Nullable [] part(int i) {
      return i < parts.size() ? parts.get(i) : null;
    }
  }

  private final KeyValueStore<String, byte[]> store;

  public PartedStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** The state of a key, {@link #NONE} without any. */
  public Parted get(String key) {
    byte[] first = store.get(key);
    if (first == null) {
      return NONE;
    }
    int count = ByteBuffer.wrap(first).getInt();
    if (count == 1) {
      return new Parted(List.of(first));
    }
    List<byte[]> parts = new ArrayList<>(count);
    parts.add(first);
    for (int i = 1; i < count; i++) {
      parts.add(further(key, i));
    }
    return new Parted(parts);
  }

  private byte[] further(String key, int i) {
    byte[] part = store.get(partKey(key, i));
    if (part == null) {
      throw new IllegalStateException(
          "store %s misses part %d of a state".formatted(store.name(), i));
    }
    return part;
  }

  /**
   * Puts the state of a key in place of what was read.
   *
   * @param entries none deletes it; an entry larger than a part has one of its own
   */
  public void put(String key, Parted before, List<byte[]> entries) {
    List<byte[]> parts = parts(entries);
    for (int i = 0; i < parts.size(); i++) {
      if (!Arrays.equals(parts.get(i), before.part(i))) {
        store.put(partKey(key, i), parts.get(i));
      }
    }
    for (int i = parts.size(); i < before.parts().size(); i++) {
      store.delete(partKey(key, i));
    }
  }

  /** Deletes the state of a key. */
  public void delete(String key) {
    put(key, get(key), List.of());
  }

  private static String partKey(String key, int i) {
    return i == 0 ? key : key + PART_MARK + i;
  }

  private static List<byte[]> parts(List<byte[]> entries) {
    List<byte[]> parts = new ArrayList<>(1);
    List<byte[]> part = new ArrayList<>(entries.size());
    int length = 0;
    for (byte[] entry : entries) {
      if (!part.isEmpty() && length + entry.length > PART_BYTES) {
        parts.add(Frames.join(parts.isEmpty() ? COUNT_BYTES : 0, part));
        part.clear();
        length = 0;
      }
      part.add(entry);
      length += entry.length;
    }
    if (!part.isEmpty()) {
      parts.add(Frames.join(parts.isEmpty() ? COUNT_BYTES : 0, part));
      ByteBuffer.wrap(parts.get(0)).putInt(parts.size());
    }
    return parts;
  }
}
