package org.contactroi.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.contactroi.oracle.OracleTotals;
import org.contactroi.outputs.TotalsRecord;
import org.jspecify.annotations.Nullable;

/** Totals by key, as they are published or as they should be. */
public final class Bodies {

  /** Magic byte and schema id. */
  private static final int HEADER_BYTES = 5;

  private static final int SHOWN = 2;

  private final SortedMap<String, OracleTotals> totals = new TreeMap<>();

  /** Keys of the totals in each row that is published. */
  private final Map<String, List<String>> rows = new HashMap<>();

  /** Of records that were never sent. */
  static Bodies of(Map<String, OracleTotals> counted) {
    Bodies bodies = new Bodies();
    bodies.totals.putAll(counted);
    return bodies;
  }

  /** Notes a record of the topic: the newest one of a key counts, and a tombstone ends it. */
  public void published(String key, byte @Nullable [] wire) {
    rows.getOrDefault(key, List.of()).forEach(old -> totals.remove(old));
    List<String> now = new ArrayList<>();
    if (wire != null) {
      for (OracleTotals each : OracleTotals.of(decoded(wire))) {
        now.add(each.keyIn(key));
        totals.put(each.keyIn(key), each);
      }
    }
    rows.put(key, now);
  }

  private static TotalsRecord decoded(byte[] wire) {
    try {
      BinaryDecoder body =
          DecoderFactory.get().binaryDecoder(wire, HEADER_BYTES, wire.length - HEADER_BYTES, null);
      return new SpecificDatumReader<>(TotalsRecord.class).read(null, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those of some keys. */
  public Bodies where(Predicate<String> keys) {
    Bodies some = new Bodies();
    totals.forEach(
        (key, of) -> {
          if (keys.test(key)) {
            some.totals.put(key, of);
          }
        });
    return some;
  }

  public int size() {
    return totals.size();
  }

  /**
   * What differs: how many keys of each family, and of the first ones both values, of these and of
   * the others; empty when all are equal.
   */
  public String differences(Bodies others) {
    SortedMap<String, List<String>> byFamily = new TreeMap<>();
    differing(others)
        .forEach(
            key -> byFamily.computeIfAbsent(family(key), family -> new ArrayList<>()).add(key));
    StringBuilder text = new StringBuilder();
    byFamily.forEach(
        (family, differing) -> {
          text.append("%n%s: %d keys differ".formatted(family, differing.size()));
          differing.stream().limit(SHOWN).forEach(key -> text.append(difference(key, others)));
        });
    return text.toString();
  }

  /** The keys of which both do not say the same. */
  public SortedSet<String> differing(Bodies others) {
    SortedSet<String> keys = new TreeSet<>(totals.keySet());
    keys.addAll(others.totals.keySet());
    keys.removeIf(key -> Objects.equals(get(key), others.get(key)));
    return keys;
  }

  private String difference(String key, Bodies others) {
    return "%n  %s%n    %s%n    %s".formatted(key, get(key), others.get(key));
  }

  private static String family(String key) {
    return key.split("/", -1)[1];
  }

  /** What is said at a key; null if nothing is. */
  public @Nullable OracleTotals get(String key) {
    return totals.get(key);
  }
}
