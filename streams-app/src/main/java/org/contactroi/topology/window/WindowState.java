package org.contactroi.topology.window;

import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.TotalsCodec;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one window.
 *
 * @param revision how often its totals or amounts changed
 * @param settled it was published as settled, and stays so
 */
record WindowState(long revision, boolean settled, Totals totals) {

  WindowState plus(Totals difference) {
    return new WindowState(revision + 1, settled, totals.plus(difference));
  }

  /** The same, its amounts having changed. */
  WindowState again() {
    return new WindowState(revision + 1, settled, totals);
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

  /** The stored state, or that of a window that is new. */
  static WindowState orNew(byte @Nullable [] stored, Family family) {
    return stored == null ? new WindowState(0, false, Totals.zero(family)) : decode(stored);
  }

  static WindowState decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder ->
            new WindowState(decoder.readLong(), decoder.readBoolean(), TotalsCodec.read(decoder)));
  }
}
