package org.contactroi.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;
import org.contactroi.outputs.FamilyTotals;
import org.jspecify.annotations.Nullable;

/**
 * Totals on their way out: written as the contract has them, without a record for every line and
 * bucket, of which there are many. Its fields are not set: who wants records reads what was
 * written.
 */
final class WrittenTotals extends FamilyTotals {

  private final transient @Nullable Totals[] sections;
  private transient @Nullable FamilyTotals records;

  /**
   * Totals by the position of their section.
   *
   * @param sections null where a family has none
   */
  WrittenTotals(@Nullable Totals[] sections) {
    this.sections = sections;
  }

  @Override
  protected boolean hasCustomCoders() {
    return true;
  }

  /** For a writer that uses no custom coders. */
  @Override
  public Object get(int field) {
    if (records == null) {
      records = records();
    }
    return records.get(field);
  }

  private FamilyTotals records() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      customEncode(encoder);
      encoder.flush();
      return new SpecificDatumReader<>(FamilyTotals.class)
          .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each section is a union with null, and has the measures of its family in their order. */
  @Override
  public void customEncode(Encoder out) throws IOException {
    for (Totals totals : sections) {
      out.writeIndex(totals == null ? 0 : 1);
      if (totals == null) {
        out.writeNull();
      } else {
        for (Measure measure : totals.family().measures()) {
          write(totals, measure, out);
        }
      }
    }
  }

  private static void write(Totals totals, Measure measure, Encoder out) throws IOException {
    switch (measure.shape().form()) {
      case SCALAR -> out.writeLong(totals.get(measure));
      case HISTOGRAM, DAYS -> write(totals.distribution(measure), out);
      case LINES -> write(totals.breakdown(measure), out);
    }
  }

  /** Days are written as other numbers are. */
  private static void write(Distribution distribution, Encoder out) throws IOException {
    out.writeArrayStart();
    out.setItemCount(distribution.size());
    for (int i = 0; i < distribution.size(); i++) {
      out.startItem();
      out.writeLong(distribution.key(i));
      out.writeLong(distribution.count(i));
    }
    out.writeArrayEnd();
  }

  /** The fields of a line are the parts of its key, then the quantities. */
  private static void write(Breakdown breakdown, Encoder out) throws IOException {
    out.writeArrayStart();
    out.setItemCount(breakdown.lines().size());
    for (Breakdown.Line line : breakdown.lines()) {
      out.startItem();
      for (String part : line.key()) {
        out.writeString(part);
      }
      for (int i = 0; i < line.size(); i++) {
        out.writeLong(line.quantity(i));
      }
    }
    out.writeArrayEnd();
  }
}
