package org.contactroi.topology;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.contactroi.kpi.Totals;

/**
 * What the stage of statements is told about one window of a tenant; the latest counts.
 *
 * @param start of the window, UTC ms
 * @param isOpen something in it still waits for episodes
 * @param totals of an hour of saving or cost, or of a day of another family; zero of a day of
 *     saving, whose hours say more
 */
record DayPart(String tenant, boolean isDay, long start, boolean isOpen, Totals totals)
    implements RoiPart {

  @Override
  public byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeInt(DAY);
          encoder.writeString(tenant);
          encoder.writeBoolean(isDay);
          encoder.writeLong(start);
          encoder.writeBoolean(isOpen);
          TotalsCodec.write(totals, encoder);
        });
  }

  static DayPart read(BinaryDecoder decoder) throws IOException {
    return new DayPart(
        AvroBytes.readString(decoder),
        decoder.readBoolean(),
        decoder.readLong(),
        decoder.readBoolean(),
        TotalsCodec.read(decoder));
  }
}
