package org.contactroi.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Reads Avro's binary encoding from a range of an array, without copying it and without believing
 * it: a length or count is checked against the bytes that are left before anything of that size is
 * allocated.
 *
 * <p>Avro's own BinaryDecoder allocates what a length claims, up to 2 GiB, before it looks whether
 * the bytes are there; its limits are global to the JVM and fixed at start. An item of an array
 * takes at least one byte here, so arrays of nulls or of records without fields are refused; no
 * contract has such an array.
 */
final class BodyDecoder extends Decoder {
  private static final int MAX_INT_BYTES = 5;
  private static final int MAX_LONG_BYTES = 10;

  private final byte[] bytes;
  private final int end;
  private int position;

  /** Starts at {@code offset}; the array must not change until the value is read. */
  BodyDecoder(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  int remaining() {
    return end - position;
  }

  @Override
  public void readNull() {
    // Null takes no bytes.
  }

  @Override
  public boolean readBoolean() throws IOException {
    return next() == 1;
  }

  @Override
  public int readInt() throws IOException {
    int value = (int) readVariable(MAX_INT_BYTES);
    return (value >>> 1) ^ -(value & 1);
  }

  @Override
  public long readLong() throws IOException {
    long value = readVariable(MAX_LONG_BYTES);
    return (value >>> 1) ^ -(value & 1);
  }

  @Override
  public float readFloat() throws IOException {
    return Float.intBitsToFloat((int) readLittleEndian(Float.BYTES));
  }

  @Override
  public double readDouble() throws IOException {
    return Double.longBitsToDouble(readLittleEndian(Double.BYTES));
  }

  @Override
  public Utf8 readString(Utf8 old) throws IOException {
    byte[] copy = new byte[readLength()];
    readFixed(copy, 0, copy.length);
    return new Utf8(copy);
  }

  @Override
  public String readString() throws IOException {
    int length = readLength();
    String value = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return value;
  }

  @Override
  public void skipString() throws IOException {
    skipBytes();
  }

  @Override
  public ByteBuffer readBytes(ByteBuffer old) throws IOException {
    byte[] copy = new byte[readLength()];
    readFixed(copy, 0, copy.length);
    return ByteBuffer.wrap(copy);
  }

  @Override
  public void skipBytes() throws IOException {
    skipFixed(readLength());
  }

  @Override
  public void readFixed(byte[] target, int start, int length) throws IOException {
    require(length);
    System.arraycopy(bytes, position, target, start, length);
    position += length;
  }

  @Override
  public void skipFixed(int length) throws IOException {
    require(length);
    position += length;
  }

  @Override
  public int readEnum() throws IOException {
    return readInt();
  }

  @Override
  public int readIndex() throws IOException {
    return readInt();
  }

  @Override
  public long readArrayStart() throws IOException {
    return readCount();
  }

  @Override
  public long arrayNext() throws IOException {
    return readCount();
  }

  @Override
  public long skipArray() throws IOException {
    return skipBlocks();
  }

  @Override
  public long readMapStart() throws IOException {
    return readCount();
  }

  @Override
  public long mapNext() throws IOException {
    return readCount();
  }

  @Override
  public long skipMap() throws IOException {
    return skipBlocks();
  }

  private byte next() throws IOException {
    require(1);
    return bytes[position++];
  }

  private long readVariable(int maxBytes) throws IOException {
    long value = 0;
    for (int i = 0; i < maxBytes; i++) {
      byte part = next();
      value |= (part & 0x7fL) << (7 * i);
      if (part >= 0) {
        return value;
      }
    }
    throw new AvroRuntimeException("a number of more than " + maxBytes + " bytes");
  }

  private long readLittleEndian(int width) throws IOException {
    require(width);
    long value = 0;
    for (int i = 0; i < width; i++) {
      value |= (bytes[position++] & 0xffL) << (8 * i);
    }
    return value;
  }

  private int readLength() throws IOException {
    return checkAgainstRemaining(readLong(), "bytes");
  }

  /** A negative count is followed by the size of its block in bytes, which only skipping uses. */
  private long readCount() throws IOException {
    long count = readLong();
    if (count < 0) {
      readLong();
      count = -count;
    }
    return checkAgainstRemaining(count, "items");
  }

  private long skipBlocks() throws IOException {
    long count = readLong();
    while (count < 0) {
      skipFixed(readLength());
      count = readLong();
    }
    return checkAgainstRemaining(count, "items");
  }

  private int checkAgainstRemaining(long claimed, String unit) {
    if (claimed < 0 || claimed > remaining()) {
      throw new AvroRuntimeException(
          "a length of " + claimed + " " + unit + " where " + remaining() + " bytes are left");
    }
    return (int) claimed;
  }

  private void require(int count) throws IOException {
    if (count > remaining()) {
      throw new EOFException(count + " bytes needed where " + remaining() + " are left");
    }
  }
}
