package org.contactroi.topology;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Byte strings one after the other, each with its length before it as a 4-byte integer. */
final class Frames {

  private static final int LENGTH_BYTES = Integer.BYTES;

  private Frames() {}

  static byte[] append(byte[] frames, byte[] entry) {
    byte[] longer = Arrays.copyOf(frames, frames.length + LENGTH_BYTES + entry.length);
    ByteBuffer.wrap(longer, frames.length, LENGTH_BYTES + entry.length)
        .putInt(entry.length)
        .put(entry);
    return longer;
  }

  static byte[] join(List<byte[]> entries) {
    int length = entries.stream().mapToInt(entry -> LENGTH_BYTES + entry.length).sum();
    ByteBuffer frames = ByteBuffer.allocate(length);
    entries.forEach(entry -> frames.putInt(entry.length).put(entry));
    return frames.array();
  }

  static List<byte[]> split(byte[] frames) {
    List<byte[]> entries = new ArrayList<>();
    ByteBuffer buffer = ByteBuffer.wrap(frames);
    while (buffer.hasRemaining()) {
      byte[] entry = new byte[buffer.getInt()];
      buffer.get(entry);
      entries.add(entry);
    }
    return entries;
  }
}
