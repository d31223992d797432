package org.contactroi.topology.statement;

import org.contactroi.roi.valuation.StatedDay;
import org.contactroi.topology.store.AvroBytes;
import org.contactroi.topology.store.TotalsCodec;
import org.contactroi.topology.store.WorthCodec;

/** Stated days inside stores. */
final class StatedDayCodec {

  private StatedDayCodec() {}

  static byte[] encode(StatedDay day) {
    return AvroBytes.write(
        encoder -> {
          encoder.writeBoolean(day.isSettled());
          WorthCodec.write(day.account(), encoder);
          WorthCodec.write(day.costs(), encoder);
          TotalsCodec.write(day.experience(), encoder);
          TotalsCodec.write(day.resolution(), encoder);
          WorthCodec.write(day.retention(), encoder);
        });
  }

  static StatedDay decode(byte[] stored) {
    return AvroBytes.read(
        stored,
        decoder -> {
          boolean isSettled = decoder.readBoolean();
          return new StatedDay(
              WorthCodec.readAccount(decoder),
              WorthCodec.readDayCosts(decoder),
              isSettled,
              TotalsCodec.read(decoder),
              TotalsCodec.read(decoder),
              WorthCodec.readRetention(decoder));
        });
  }
}
