package org.contactroi.topology.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Internal values, of stores and repartition topics, in Avro's binary encoding of primitives. */
public final class AvroBytes {

  /** Outputs of longer values are not used again, so that none holds memory for ever. */
  private static final int KEPT_BYTES = 1024 * 1024;

  private static final ThreadLocal<Output> OUTPUTS = ThreadLocal.withInitial(Output::new);

  private AvroBytes() {}

  /** Writes a value. */
  public interface Writing {
    void to(Encoder encoder) throws IOException;
  }

  /** Reads a value. */
  public interface Reading<T> {
    T from(BinaryDecoder decoder) throws IOException;
  }

  /** What one thread writes values with, one at a time. */
  private static final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * 1024);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
  }

  /**
   * The bytes of a value.
   *
   * @param writing may write other values meanwhile
   */
  public static byte[] write(Writing writing) {
    Output output = OUTPUTS.get();
    OUTPUTS.remove();
    try {
      writing.to(output.encoder);
      output.encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = output.bytes.toByteArray();
    if (bytes.length <= KEPT_BYTES) {
      output.bytes.reset();
      OUTPUTS.set(output);
    }
    return bytes;
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
