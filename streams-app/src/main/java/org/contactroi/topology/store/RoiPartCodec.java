package org.contactroi.topology.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.kpi.Keys;
import org.contactroi.roi.customer.MonthChange;
import org.contactroi.roi.valuation.DayPart;
import org.contactroi.roi.valuation.MonthPart;
import org.contactroi.roi.valuation.RoiPart;

/** What the stage of statements is told of a tenant. */
public final class RoiPartCodec {

  private static final int DAY = 1;
  private static final int MONTH = 2;

  private RoiPartCodec() {}

  /** The key of all records of a tenant, which decides about their partition. */
  public static byte[] key(String tenant) {
    return Keys.escape(tenant).getBytes(UTF_8);
  }

  public static byte[] encode(RoiPart part) {
    return AvroBytes.write(
        encoder -> {
          if (part instanceof DayPart day) {
            encoder.writeInt(DAY);
            write(day, encoder);
          } else if (part instanceof MonthPart months) {
            encoder.writeInt(MONTH);
            write(months, encoder);
          }
        });
  }

  public static RoiPart decode(byte[] bytes) {
    return AvroBytes.read(
        bytes,
        decoder -> {
          int kind = decoder.readInt();
          return switch (kind) {
            case DAY -> readDay(decoder);
            case MONTH -> readMonths(decoder);
            default -> throw new IOException("no part of a statement has kind " + kind);
          };
        });
  }

  private static void write(DayPart part, Encoder encoder) throws IOException {
    encoder.writeString(part.tenant());
    encoder.writeBoolean(part.isDay());
    encoder.writeLong(part.start());
    encoder.writeBoolean(part.isOpen());
    TotalsCodec.write(part.totals(), encoder);
  }

  private static DayPart readDay(BinaryDecoder decoder) throws IOException {
    return new DayPart(
        AvroBytes.readString(decoder),
        decoder.readBoolean(),
        decoder.readLong(),
        decoder.readBoolean(),
        TotalsCodec.read(decoder));
  }

  private static void write(MonthPart part, Encoder encoder) throws IOException {
    encoder.writeString(part.tenant());
    encoder.writeInt(part.changes().size());
    for (Map.Entry<YearMonth, MonthChange> change : part.changes().entrySet()) {
      encoder.writeString(change.getKey().toString());
      encoder.writeLong(change.getValue().net());
      encoder.writeLong(change.getValue().won());
      encoder.writeLong(change.getValue().heard());
    }
  }

  private static MonthPart readMonths(BinaryDecoder decoder) throws IOException {
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
