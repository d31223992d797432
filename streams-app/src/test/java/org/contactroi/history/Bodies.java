package org.contactroi.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.contactroi.outputs.TotalsRecord;
import org.jspecify.annotations.Nullable;

/** Avro bodies of totals by key. */
public final class Bodies {

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  private static final int SHOWN = 6;

  private final SortedMap<String, byte[]> bodies = new TreeMap<>();

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

  /** The first keys in which two differ, with both values; empty when they are equal. */
  public String differences(Bodies others) {
    TreeSet<String> keys = new TreeSet<>(bodies.keySet());
    keys.addAll(others.bodies.keySet());
    keys.removeIf(key -> Arrays.equals(bodies.get(key), others.bodies.get(key)));
    StringJoiner text = new StringJoiner("\n");
    text.setEmptyValue("");
    keys.stream().limit(SHOWN).forEach(key -> text.add(difference(key, others)));
    return keys.isEmpty() ? "" : keys.size() + " keys differ:\n" + text;
  }

  private String difference(String key, Bodies others) {
    return "%s\n  %s\n  %s".formatted(key, shown(bodies.get(key)), shown(others.bodies.get(key)));
  }

  private static String shown(byte @Nullable [] body) {
    if (body == null) {
      return "nothing";
    }
    try {
      return new SpecificDatumReader<>(TotalsRecord.class)
          .read(null, DecoderFactory.get().binaryDecoder(body, null))
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
