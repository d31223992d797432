package org.contactroi.topology;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.contactroi.roi.MonthChange;

/**
 * What a customer changes in calendar months, to be added to what is known of them.
 *
 * @param changes at least one
 */
record MonthPart(String tenant, SortedMap<YearMonth, MonthChange> changes) implements RoiPart {

  MonthPart {
    changes = Collections.unmodifiableSortedMap(changes);
  }

  @Override
  public byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(MONTH);
          encoder.writeString(tenant);
          encoder.writeInt(changes.size());
          for (Map.Entry<YearMonth, MonthChange> change : changes.entrySet()) {
            encoder.writeString(change.getKey().toString());
            encoder.writeLong(change.getValue().net());
            encoder.writeLong(change.getValue().won());
            encoder.writeLong(change.getValue().heard());
          }
        });
  }

  static MonthPart read(BinaryDecoder decoder) throws IOException {
    String tenant = AvroBytes.readString(decoder);
    SortedMap<YearMonth, MonthChange> changes = new TreeMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      changes.put(
          YearMonth.parse(AvroBytes.readString(decoder)),
          new MonthChange(decoder.readLong(), decoder.readLong(), decoder.readLong()));
    }
    return new MonthPart(tenant, changes);
  }
}
