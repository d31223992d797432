package org.contactroi.topology.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Shape;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Families;

/**
 * Totals inside stores and repartition topics: the family, one bit for each measure that is not
 * zero, and those measures. A line of a breakdown leaves out the parts of its key that it shares
 * with the line before.
 */
public final class TotalsCodec {

  /** An encoded number takes at most this many bytes. */
  private static final int LONG_BYTES = 10;

  /** A UTF-16 unit takes at most this many UTF-8 bytes. */
  private static final int BYTES_PER_CHAR = 3;

  private TotalsCodec() {}

  public static void write(Totals totals, Encoder encoder) throws IOException {
    List<Measure> measures = totals.family().measures();
    encoder.writeInt(totals.family().code());
    long present = 0;
    for (Measure measure : measures) {
      present |= totals.isZero(measure) ? 0 : bit(measure);
    }
    encoder.writeLong(present);
    for (Measure measure : measures) {
      if ((present & bit(measure)) != 0) {
        write(totals, measure, encoder);
      }
    }
  }

  /** Bytes that are written at most. */
  public static int size(Totals totals) {
    int size = 2 * LONG_BYTES;
    for (Measure measure : totals.family().measures()) {
      size += totals.isZero(measure) ? 0 : size(totals, measure);
    }
    return size;
  }

  private static int size(Totals totals, Measure measure) {
    return switch (measure.shape().form()) {
      case SCALAR -> LONG_BYTES;
      case HISTOGRAM, DAYS -> (1 + 2 * totals.distribution(measure).size()) * LONG_BYTES;
      case LINES -> size(totals.breakdown(measure));
    };
  }

  private static int size(Breakdown breakdown) {
    int size = LONG_BYTES;
    for (Breakdown.Line line : breakdown.lines()) {
      size += size(line);
    }
    return size;
  }

  private static int size(Breakdown.Line line) {
    int size = (1 + line.size() + line.key().size()) * LONG_BYTES;
    for (String part : line.key()) {
      size += part.length() * BYTES_PER_CHAR;
    }
    return size;
  }

  public static Totals read(BinaryDecoder decoder) throws IOException {
    Family family = Families.ofCode(decoder.readInt());
    Totals.Builder totals = Totals.builder(family);
    long present = decoder.readLong();
    for (Measure measure : family.measures()) {
      if ((present & bit(measure)) != 0) {
        read(totals, measure, decoder);
      }
    }
    return totals.build();
  }

  private static long bit(Measure measure) {
    return 1L << measure.position();
  }

  private static void write(Totals totals, Measure measure, Encoder encoder) throws IOException {
    switch (measure.shape().form()) {
      case SCALAR -> encoder.writeLong(totals.get(measure));
      case HISTOGRAM, DAYS -> writeDistribution(totals.distribution(measure), encoder);
      case LINES -> writeBreakdown(totals.breakdown(measure), encoder);
    }
  }

  private static void read(Totals.Builder totals, Measure measure, BinaryDecoder decoder)
      throws IOException {
    switch (measure.shape().form()) {
      case SCALAR -> totals.add(measure, decoder.readLong());
      case HISTOGRAM, DAYS -> totals.add(measure, readDistribution(decoder));
      case LINES -> totals.add(measure, readBreakdown(measure.shape(), decoder));
    }
  }

  private static void writeDistribution(Distribution distribution, Encoder encoder)
      throws IOException {
    encoder.writeInt(distribution.size());
    for (int i = 0; i < distribution.size(); i++) {
      encoder.writeLong(distribution.key(i));
      encoder.writeLong(distribution.count(i));
    }
  }

  private static Distribution readDistribution(BinaryDecoder decoder) throws IOException {
    int size = decoder.readInt();
    long[] keys = new long[size];
    long[] counts = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = decoder.readLong();
      counts[i] = decoder.readLong();
    }
    return Distribution.of(keys, counts);
  }

  private static void writeBreakdown(Breakdown breakdown, Encoder encoder) throws IOException {
    encoder.writeInt(breakdown.lines().size());
    List<String> before = List.of();
    for (Breakdown.Line line : breakdown.lines()) {
      int shared = shared(before, line.key());
      encoder.writeInt(shared);
      for (String part : line.key().subList(shared, line.key().size())) {
        encoder.writeString(part);
      }
      for (int i = 0; i < line.size(); i++) {
        encoder.writeLong(line.quantity(i));
      }
      before = line.key();
    }
  }

  private static int shared(List<String> before, List<String> key) {
    int shared = 0;
    while (shared < before.size() && before.get(shared).equals(key.get(shared))) {
      shared++;
    }
    return shared;
  }

  private static Breakdown readBreakdown(Shape shape, BinaryDecoder decoder) throws IOException {
    List<Breakdown.Line> lines = new ArrayList<>();
    List<String> key = List.of();
    for (int left = decoder.readInt(); left > 0; left--) {
      key = readKey(key.subList(0, decoder.readInt()), shape, decoder);
      long[] quantities = new long[shape.quantities().size()];
      for (int i = 0; i < quantities.length; i++) {
        quantities[i] = decoder.readLong();
      }
      lines.add(new Breakdown.Line(key, quantities));
    }
    return Breakdown.of(lines);
  }

  private static List<String> readKey(List<String> shared, Shape shape, BinaryDecoder decoder)
      throws IOException {
    List<String> key = new ArrayList<>(shared);
    while (key.size() < shape.keyParts().size()) {
      key.add(AvroBytes.readString(decoder));
    }
    return key;
  }
}
