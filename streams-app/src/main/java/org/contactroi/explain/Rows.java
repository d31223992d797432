package org.contactroi.explain;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.contactroi.kpi.Family;
import org.contactroi.kpi.Totals;

/**
 * The rows behind a total, of each fact the newest. It holds what contributes and nothing else,
 * however many facts are read: a newer fact takes the place of the one before, so no row can be
 * forgotten before all are read.
 */
public final class Rows {

  private final Family family;
  private final Map<String, Row> byFact = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  /** No row yet. */
  public Rows(Family family) {
    this.family = family;
  }

  /** Puts the row of a fact in place of the one before. */
  public void put(String fact, Row row) {
    byFact.put(fact, row.sharing(name -> names.computeIfAbsent(name, same -> same)));
  }

  /** Removes the row of a fact, if it has one. */
  public void remove(String fact) {
    byFact.remove(fact);
  }

  /** Each row by its fact. */
  public Map<String, Row> byFact() {
    return Collections.unmodifiableMap(byFact);
  }

  /** Number of rows. */
  public int size() {
    return byFact.size();
  }

  /** What all rows add up to. */
  public Totals sum() {
    Totals sum = Totals.zero(family);
    for (Row row : byFact.values()) {
      sum = sum.plus(row.totals());
    }
    return sum;
  }

  /** Number of the rows that pass. */
  public long count(Predicate<Row> wanted) {
    return byFact.values().stream().filter(wanted).count();
  }

  /** The rows that pass, by time. */
  public Stream<Row> byTime(Predicate<Row> wanted) {
    return byFact.values().stream().filter(wanted).sorted(Row.BY_TIME);
  }
}
