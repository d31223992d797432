package org.contactroi.topology.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Byte strings one after the other, each with its length before it as a 4-byte integer. */
public final class Frames {

  private static final int LENGTH_BYTES = Integer.BYTES;

  private Frames() {}

  /**
   * Frames behind room for something else.
   *
   * @param room bytes left free before them
   */
  public static byte[] join(int room, List<byte[]> entries) {
    int length = room;
    for (byte[] entry : entries) {
      length += LENGTH_BYTES + entry.length;
    }
    ByteBuffer frames = ByteBuffer.allocate(length).position(room);
    entries.forEach(entry -> frames.putInt(entry.length).put(entry));
    return frames.array();
  }

  public static List<byte[]> split(byte[] frames) {
    List<byte[]> entries = new ArrayList<>();
    split(ByteBuffer.wrap(frames), entries);
    return entries;
  }

  /** Adds what is framed to {@code entries}. */
  public static void split(ByteBuffer frames, List<byte[]> entries) {
    while (frames.hasRemaining()) {
      byte[] entry = new byte[frames.getInt()];
      frames.get(entry);
      entries.add(entry);
    }
  }
}
