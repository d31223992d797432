package org.contactroi.topology.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.Encoder;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.kpi.Cell;
import org.contactroi.kpi.Dimensions;
import org.contactroi.kpi.Totals;

/**
 * Contributions by cell inside stores and repartition topics. Most cells of an interaction have the
 * same dimensions, so these are written once for all cells that follow each other with them.
 */
public final class CellCodec {

  /** Room of the dimensions, which few cells do not share. */
  private static final int PLACE_BYTES = 64;

  private record Place(Dimensions dimensions, String policyVersion) {
    static Place of(Cell cell) {
      return new Place(cell.dimensions(), cell.policyVersion());
    }
  }

  private CellCodec() {}

  /** Encoded parts of what may be many cells. */
  public static List<byte[]> groups(Map<Cell, Totals> cells) {
    return split(cells).stream()
        .map(group -> AvroBytes.write(encoder -> write(group, encoder)))
        .toList();
  }

  /** Parts of what may be many cells; none of none. */
  public static List<Map<Cell, Totals>> split(Map<Cell, Totals> cells) {
    List<Map<Cell, Totals>> parts = new ArrayList<>(1);
    for (List<Map.Entry<Cell, Totals>> batch : Batches.of(cells.entrySet(), CellCodec::size)) {
      Map<Cell, Totals> part = new LinkedHashMap<>();
      batch.forEach(cell -> part.put(cell.getKey(), cell.getValue()));
      parts.add(part);
    }
    return parts;
  }

  private static int size(Map.Entry<Cell, Totals> cell) {
    return PLACE_BYTES + TotalsCodec.size(cell.getValue());
  }

  public static void write(Map<Cell, Totals> cells, Encoder encoder) throws IOException {
    Map<Place, Map<Long, List<Totals>>> byPlace = new LinkedHashMap<>();
    cells.forEach(
        (cell, totals) ->
            byPlace
                .computeIfAbsent(Place.of(cell), place -> new LinkedHashMap<>())
                .computeIfAbsent(cell.minute(), minute -> new ArrayList<>())
                .add(totals));
    encoder.writeInt(byPlace.size());
    for (Map.Entry<Place, Map<Long, List<Totals>>> place : byPlace.entrySet()) {
      encoder.writeString(place.getKey().policyVersion());
      writeDimensions(place.getKey().dimensions(), encoder);
      writeMinutes(place.getValue(), encoder);
    }
  }

  private static void writeMinutes(Map<Long, List<Totals>> minutes, Encoder encoder)
      throws IOException {
    encoder.writeInt(minutes.size());
    for (Map.Entry<Long, List<Totals>> minute : minutes.entrySet()) {
      encoder.writeLong(minute.getKey());
      encoder.writeInt(minute.getValue().size());
      for (Totals totals : minute.getValue()) {
        TotalsCodec.write(totals, encoder);
      }
    }
  }

  public static Map<Cell, Totals> read(BinaryDecoder decoder) throws IOException {
    Map<Cell, Totals> cells = new LinkedHashMap<>();
    for (int left = decoder.readInt(); left > 0; left--) {
      String policyVersion = AvroBytes.readString(decoder);
      readMinutes(new Place(readDimensions(decoder), policyVersion), decoder, cells);
    }
    return cells;
  }

  private static void readMinutes(Place place, BinaryDecoder decoder, Map<Cell, Totals> cells)
      throws IOException {
    for (int minutes = decoder.readInt(); minutes > 0; minutes--) {
      long minute = decoder.readLong();
      for (int left = decoder.readInt(); left > 0; left--) {
        Totals totals = TotalsCodec.read(decoder);
        cells.put(
            new Cell(totals.family(), minute, place.dimensions(), place.policyVersion()), totals);
      }
    }
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
