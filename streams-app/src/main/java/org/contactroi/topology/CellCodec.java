package org.contactroi.topology;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Totals;

/** Contributions by cell inside stores and repartition topics; attributes in the order of names. */
final class CellCodec {

  private CellCodec() {}

  static void write(Map<Cell, Totals> cells, Encoder encoder) throws IOException {
    encoder.writeInt(cells.size());
    for (Map.Entry<Cell, Totals> entry : cells.entrySet()) {
      Cell cell = entry.getKey();
      encoder.writeLong(cell.minute());
      encoder.writeString(cell.policyVersion());
      writeDimensions(cell.dimensions(), encoder);
      TotalsCodec.write(entry.getValue(), encoder);
    }
  }

  static Map<Cell, Totals> read(BinaryDecoder decoder) throws IOException {
    Map<Cell, Totals> cells = new LinkedHashMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      long minute = decoder.readLong();
      String policyVersion = AvroBytes.readString(decoder);
      Dimensions dimensions = readDimensions(decoder);
      Totals totals = TotalsCodec.read(decoder);
      cells.put(new Cell(totals.family(), minute, dimensions, policyVersion), totals);
    }
    return cells;
  }

  private static void writeDimensions(Dimensions dimensions, Encoder encoder) throws IOException {
    encoder.writeString(dimensions.channel());
    encoder.writeString(dimensions.queue());
    encoder.writeString(dimensions.issue());
    encoder.writeString(dimensions.bot());
    encoder.writeString(dimensions.team());
    Map<String, String> attributes = new TreeMap<>(Utf8Order.INSTANCE);
    attributes.putAll(dimensions.attributes());
    encoder.writeInt(attributes.size());
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      encoder.writeString(attribute.getKey());
      encoder.writeString(attribute.getValue());
    }
  }

  private static Dimensions readDimensions(BinaryDecoder decoder) throws IOException {
    return new Dimensions(
        AvroBytes.readString(decoder),
        AvroBytes.readString(decoder),
        AvroBytes.readString(decoder),
        AvroBytes.readString(decoder),
        AvroBytes.readString(decoder),
        readAttributes(decoder));
  }

  private static Map<String, String> readAttributes(BinaryDecoder decoder) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      attributes.put(AvroBytes.readString(decoder), AvroBytes.readString(decoder));
    }
    return attributes;
  }
}
