package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/** What a consumer reads of a record. */
final class Written {

  private Written() {}

  static <T extends SpecificRecord> T read(T record) {
    byte[] bytes = bytes(record, true);
    assertThat(bytes(record, false)).isEqualTo(bytes);
    try {
      return new SpecificDatumReader<T>(record.getSchema())
          .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A serializer of someone else may not use custom coders. */
  private static <T extends SpecificRecord> byte[] bytes(T record, boolean hasCustomCoders) {
    SpecificDatumWriter<T> writer = new SpecificDatumWriter<>(record.getSchema());
    SpecificData data = writer.getSpecificData();
    boolean before = data.useCustomCoders();
    data.setCustomCoders(hasCustomCoders);
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      writer.write(record, encoder);
      encoder.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      data.setCustomCoders(before);
    }
  }
}
