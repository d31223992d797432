package org.contactroi.topology.agent;

import java.time.LocalDate;
import java.util.Map;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.CellCodec;

/**
 * A UTC day of an agent.
 *
 * @param lastDay the latest day an event can come from that changes it, but for lateness and reach
 * @param sent the contributions that were sent
 */
record StoredDay(long lastDay, Map<Cell, Totals> sent) {

  /** A day as it is written in keys: days of event times sort. */
  static String key(long day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  static long day(String key) {
    return LocalDate.parse(key).toEpochDay();
  }

  byte[] encode() {
    return AvroBytes.write(
        encoder -> {
          encoder.writeLong(lastDay);
          CellCodec.write(sent, encoder);
        });
  }

  static StoredDay decode(byte[] stored) {
    return AvroBytes.read(
        stored, decoder -> new StoredDay(decoder.readLong(), CellCodec.read(decoder)));
  }
}
