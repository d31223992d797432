package org.contactroi.topology;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.kpi.Distribution;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Measure;
import org.contactroi.kpi.Totals;

/** Totals inside stores and repartition topics. */
final class TotalsCodec {

  private TotalsCodec() {}

  static void write(Totals totals, Encoder encoder) throws IOException {
    encoder.writeInt(totals.family().code());
    for (Measure measure : totals.family().measures()) {
      if (measure.shape() == Measure.Shape.SCALAR) {
        encoder.writeLong(totals.get(measure));
      } else {
        writeDistribution(totals.distribution(measure), encoder);
      }
    }
  }

  static Totals read(BinaryDecoder decoder) throws IOException {
    Family family = Family.ofCode(decoder.readInt());
    Totals.Builder totals = Totals.builder(family);
    for (Measure measure : family.measures()) {
      if (measure.shape() == Measure.Shape.SCALAR) {
        totals.add(measure, decoder.readLong());
      } else {
        totals.add(measure, readDistribution(decoder));
      }
    }
    return totals.build();
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
}
