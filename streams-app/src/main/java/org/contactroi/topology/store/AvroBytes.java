package org.contactroi.topology.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Internal values, of stores and repartition topics, in Avro's binary encoding of primitives. */
public final class AvroBytes {

  private AvroBytes() {}

  /** Writes a value. */
  public interface Writing {
    void to(Encoder encoder) throws IOException;
  }

  /** Reads a value. */
  public interface Reading<T> {
    T from(BinaryDecoder decoder) throws IOException;
  }

  public static byte[] write(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    Encoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      writing.to(encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static <T> T read(byte[] bytes, Reading<T> reading) {
    try {
      return reading.from(DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void writeNullable(Encoder encoder, @Nullable String text) throws IOException {
    encoder.writeBoolean(text != null);
    if (text != null) {
      encoder.writeString(text);
    }
  }

  public static @Nullable String readNullable(BinaryDecoder decoder) throws IOException {
    return decoder.readBoolean() ? readString(decoder) : null;
  }

  public static String readString(BinaryDecoder decoder) throws IOException {
    return decoder.readString(new Utf8()).toString();
  }

  public static byte[] readBytes(BinaryDecoder decoder) throws IOException {
    byte[] bytes = new byte[(int) decoder.readLong()];
    decoder.readFixed(bytes);
    return bytes;
  }
}
