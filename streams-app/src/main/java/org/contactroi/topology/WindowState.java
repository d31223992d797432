package org.contactroi.topology;

import org.contactroi.kpi.Totals;

/**
 * What is kept of one window.
 *
 * @param revision how often its totals changed
 * @param settled it was published as settled, and stays so
 */
record WindowState(long revision, boolean settled, Totals totals) {

  WindowState plus(Totals difference) {
    return new WindowState(revision + 1, settled, totals.plus(difference));
  }

  WindowState settle() {
    return new WindowState(revision, true, totals);
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeLong(revision);
          encoder.writeBoolean(settled);
          TotalsCodec.write(totals, encoder);
        });
  }

  static WindowState decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder ->
            new WindowState(decoder.readLong(), decoder.readBoolean(), TotalsCodec.read(decoder)));
  }
}
