package org.contactroi.app.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.generic.IndexedRecord;
import org.contactroi.explain.Question;
import org.contactroi.explain.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of facts, record by record. A fact of one record is a row at once; the records of a
 * longer one are kept until all are read.
 */
final class FactRows<R extends IndexedRecord> {

  private final FactKind<R> kind;
  private final Question question;
  private final Function<byte[], IndexedRecord> decode;
  private final Rows rows;
  private final Map<String, SortedMap<Integer, R>> longFacts = new HashMap<>();

  FactRows(FactKind<R> kind, Question question, Function<byte[], IndexedRecord> decode) {
    this.kind = kind;
    this.question = question;
    this.decode = decode;
    this.rows = new Rows(question.family());
  }

  /** The fact of a key. */
  static String fact(String key, String prefix) {
    int cut = key.indexOf('/', prefix.length());
    return cut < 0 ? key : key.substring(0, cut);
  }

  /** Which of the records of its fact has a key. */
  static int part(String key, String fact) {
    return key.equals(fact) ? 0 : Integer.parseInt(key, fact.length() + 1, key.length(), 10);
  }

  /**
   * Takes the newest record of a key in place of the one before.
   *
   * @param value null for a tombstone
   */
  void take(String key, byte @Nullable [] value) {
    String fact = fact(key, kind.prefix(question));
    int part = part(key, fact);
    forget(fact, part);
    if (value != null) {
      take(fact, part, kind.type().cast(decode.apply(value)));
    }
  }

  /**
   * The rows of everything that was taken.
   *
   * @throws IllegalStateException naming a fact of which a part is missing
   */
  Rows rows() {
    longFacts.forEach((fact, parts) -> put(fact, complete(fact, parts)));
    return rows;
  }

  private void forget(String fact, int part) {
    if (part == 0) {
      rows.remove(fact);
    }
    longFacts.computeIfPresent(
        fact,
        (same, parts) -> {
          parts.remove(part);
          return parts.isEmpty() ? null : parts;
        });
  }

  private void take(String fact, int part, R taken) {
    if (!kind.mayHold(question, taken)) {
      return;
    }
    if (kind.parts(taken) == 1) {
      put(fact, List.of(taken));
    } else {
      longFacts.computeIfAbsent(fact, same -> new TreeMap<>()).put(part, taken);
    }
  }

  private void put(String fact, Collection<R> parts) {
    kind.row(question, List.copyOf(parts)).ifPresent(row -> rows.put(fact, row));
  }

  private List<R> complete(String fact, SortedMap<Integer, R> parts) {
    List<R> complete = new ArrayList<>();
    int count = kind.parts(Objects.requireNonNull(parts.get(parts.firstKey())));
    for (int part = 0; part < count; part++) {
      R found = parts.get(part);
      if (found == null) {
        throw new IllegalStateException(
            "part %d of %s is not there yet; ask again".formatted(part, fact));
      }
      complete.add(found);
    }
    return complete;
  }
}
