package org.contactroi.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.contactroi.outputs.TotalsRecord;
import org.jspecify.annotations.Nullable;

/** Avro bodies of totals by key. */
public final class Bodies {

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  private static final int SHOWN = 2;

  private final SortedMap<String, byte[]> bodies = new TreeMap<>();

  /** Of records that were never sent. */
  static Bodies of(Map<String, TotalsRecord> records) {
    Bodies bodies = new Bodies();
    records.forEach((key, totals) -> bodies.bodies.put(key, encoded(totals)));
    return bodies;
  }

  private static byte[] encoded(TotalsRecord totals) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    try {
      new SpecificDatumWriter<>(TotalsRecord.class).write(totals, encoder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return body.toByteArray();
  }

  /** Notes a record of the topic: the newest one of a key counts, and a tombstone ends it. */
  public void published(String key, byte @Nullable [] wire) {
    if (wire == null) {
      bodies.remove(key);
    } else {
      bodies.put(key, Arrays.copyOfRange(wire, HEADER_BYTES, wire.length));
    }
  }

  /** Those of some keys. */
  public Bodies where(Predicate<String> keys) {
    Bodies some = new Bodies();
    bodies.forEach(
        (key, body) -> {
          if (keys.test(key)) {
            some.bodies.put(key, body);
          }
        });
    return some;
  }

  public int size() {
    return bodies.size();
  }

  /**
   * What differs: how many keys of each family, and of the first ones both values, of these and of
   * the others; empty when all are equal.
   */
  public String differences(Bodies others) {
    SortedMap<String, List<String>> byFamily = new TreeMap<>();
    TreeSet<String> keys = new TreeSet<>(bodies.keySet());
    keys.addAll(others.bodies.keySet());
    for (String key : keys) {
      if (!Arrays.equals(bodies.get(key), others.bodies.get(key))) {
        byFamily.computeIfAbsent(family(key), family -> new ArrayList<>()).add(key);
      }
    }
    StringBuilder text = new StringBuilder();
    byFamily.forEach(
        (family, differing) -> {
          text.append("%n%s: %d keys differ".formatted(family, differing.size()));
          differing.stream().limit(SHOWN).forEach(key -> text.append(difference(key, others)));
        });
    return text.toString();
  }

  private String difference(String key, Bodies others) {
    return "%n  %s%n    %s%n    %s"
        .formatted(key, shown(bodies.get(key)), shown(others.bodies.get(key)));
  }

  private static String family(String key) {
    return key.split("/", -1)[1];
  }

  private static String shown(byte @Nullable [] body) {
    if (body == null) {
      return "nothing";
    }
    try {
      TotalsRecord totals =
          new SpecificDatumReader<>(TotalsRecord.class)
              .read(null, DecoderFactory.get().binaryDecoder(body, null));
      return String.valueOf(totals.getTotals());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
