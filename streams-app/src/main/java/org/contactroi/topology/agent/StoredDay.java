package org.contactroi.topology.agent;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.contactroi.agent.TeamHour;
import org.contactroi.kpi.Totals;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.TotalsCodec;

/**
 * A UTC day of an agent.
 *
 * @param lastDay the latest day an event can come from that changes it, but for lateness and reach
 * @param sent the contributions that were sent
 */
record StoredDay(long lastDay, Map<TeamHour, Totals> sent) {

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
          encoder.writeInt(sent.size());
          for (Map.Entry<TeamHour, Totals> contribution : sent.entrySet()) {
            encoder.writeLong(contribution.getKey().hour());
            encoder.writeString(contribution.getKey().team());
            TotalsCodec.write(contribution.getValue(), encoder);
          }
        });
  }

  static StoredDay decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> {
          long lastDay = decoder.readLong();
          Map<TeamHour, Totals> sent = new HashMap<>();
          for (int left = decoder.readInt(); left > 0; left--) {
            TeamHour place = new TeamHour(decoder.readLong(), AvroBytes.readString(decoder));
            sent.put(place, TotalsCodec.read(decoder));
          }
          return new StoredDay(lastDay, sent);
        });
  }
}
