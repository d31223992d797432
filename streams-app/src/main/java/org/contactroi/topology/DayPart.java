package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.contactroi.kpi.Keys;
import org.contactroi.kpi.Totals;

/**
 * What the stage of statements is told about one window of a tenant; the latest counts.
 *
 * @param start of the window, UTC ms
 * @param isOpen something in it still waits for episodes
 * @param totals of an hour of saving or cost, or of a day of another family; zero of a day of
 *     saving, whose hours say more
 */
record DayPart(String tenant, boolean isDay, long start, boolean isOpen, Totals totals) {

  /** The key of its record: the tenant. */
  byte[] key() {
    return key(tenant);
  }

  /** The key of all records of a tenant, which decides about their partition. */
  static byte[] key(String tenant) {
    return Keys.escape(tenant).getBytes(UTF_8);
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeString(tenant);
          encoder.writeBoolean(isDay);
          encoder.writeLong(start);
          encoder.writeBoolean(isOpen);
          TotalsCodec.write(totals, encoder);
        });
  }

  static DayPart decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder ->
            new DayPart(
                AvroBytes.readString(decoder),
                decoder.readBoolean(),
                decoder.readLong(),
                decoder.readBoolean(),
                TotalsCodec.read(decoder)));
  }
}
