package org.contactroi.benchmarks.dsl;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tallies by place in the state of an interaction. */
final class Tallies {

  private Tallies() {}

  static void write(Map<Place, Tally> tallies, DataOutputStream to) throws IOException {
    to.writeShort(tallies.size());
    for (Map.Entry<Place, Tally> each : tallies.entrySet()) {
      write(each.getKey(), to);
      write(each.getValue(), to);
    }
  }

  private static void write(Place place, DataOutputStream to) throws IOException {
    to.writeLong(place.at());
    to.writeUTF(place.channel());
    to.writeUTF(place.queue());
    to.writeUTF(place.issue());
    to.writeUTF(place.bot());
  }

  private static void write(Tally tally, DataOutputStream to) throws IOException {
    to.writeLong(tally.handledLegs());
    to.writeLong(tally.handleMs());
    to.writeLong(tally.sessions());
    to.writeLong(tally.handedOff());
  }

  static Map<Place, Tally> read(DataInputStream from) throws IOException {
    Map<Place, Tally> tallies = new LinkedHashMap<>();
    for (int left = from.readShort(); left > 0; left--) {
      Place place =
          new Place(
              from.readLong(), from.readUTF(), from.readUTF(), from.readUTF(), from.readUTF());
      tallies.put(
          place, new Tally(from.readLong(), from.readLong(), from.readLong(), from.readLong()));
    }
    return tallies;
  }
}
