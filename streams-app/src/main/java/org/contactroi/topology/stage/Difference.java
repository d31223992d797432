package org.contactroi.topology.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.TotalsCodec;

/**
 * What changed in one slice of a tenant: totals to add, by hour, and by minute where it is recent.
 *
 * @param changes at least one
 */
public record Difference(String tenant, Slice slice, List<Change> changes) {

  /**
   * Totals to add.
   *
   * @param at start of the minute, or of the hour, UTC ms
   * @param isOfMinute whether the minute is known
   */
  public record Change(long at, boolean isOfMinute, Totals totals) {}

  /** The key of its record: {@code tenant/slice/value}. */
  public String key() {
    return Keys.escape(tenant) + "/" + slice.by() + "/" + slice.valueText();
  }

  public byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeString(slice.by());
          encoder.writeInt(slice.values().size());
          for (String value : slice.values()) {
            encoder.writeString(value);
          }
          write(changes, encoder);
        });
  }

  public static Difference decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          String tenant = AvroBytes.readString(decoder);
          String by = AvroBytes.readString(decoder);
          List<String> values = new ArrayList<>(2);
          for (int left = decoder.readInt(); left > 0; left--) {
            values.add(AvroBytes.readString(decoder));
          }
          return new Difference(tenant, new Slice(by, values), read(decoder));
        });
  }

  private static void write(List<Change> changes, Encoder encoder) throws IOException {
    encoder.writeInt(changes.size());
    for (Change change : changes) {
      encoder.writeLong(change.at());
      encoder.writeBoolean(change.isOfMinute());
      TotalsCodec.write(change.totals(), encoder);
    }
  }

  private static List<Change> read(BinaryDecoder decoder) throws IOException {
    int size = decoder.readInt();
    List<Change> changes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      changes.add(new Change(decoder.readLong(), decoder.readBoolean(), TotalsCodec.read(decoder)));
    }
    return changes;
  }
}
