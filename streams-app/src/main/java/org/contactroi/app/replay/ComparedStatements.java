package org.contactroi.app.replay;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.Status;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/** Statements of which two runs do not say the same; revision and watermark are none of it. */
final class ComparedStatements {

  /**
   * A statement that is another, or that one run lacks.
   *
   * @param key of its record; of a horizon that goes on without the start
   * @param isStatus whether only more or fewer of its days are settled
   */
  record Difference(
      String key,
      @Nullable TenantStatement first,
      @Nullable TenantStatement second,
      boolean isStatus) {}

  private static final Set<Horizon> OF_DAYS = EnumSet.of(Horizon.DAY, Horizon.TRAILING_30_DAYS);

  private final ComparedRun first;
  private final ComparedRun second;
  private final Predicate<StatementRecord> wanted;
  private int statements;

  ComparedStatements(ComparedRun first, ComparedRun second, Predicate<StatementRecord> wanted) {
    this.first = first;
    this.second = second;
    this.wanted = wanted;
  }

  /** How many were looked at. */
  int statements() {
    return statements;
  }

  /** Compares, and tells of every difference in the order of the keys. */
  void compare(Consumer<Difference> sink) {
    Map<String, StatementRecord> ofFirst = read(first);
    Map<String, StatementRecord> ofSecond = read(second);
    SortedSet<String> keys = new TreeSet<>(ofFirst.keySet());
    keys.addAll(ofSecond.keySet());
    statements = keys.size();
    for (String key : keys) {
      StatementRecord a = ofFirst.get(key);
      StatementRecord b = ofSecond.get(key);
      if (a == null || b == null) {
        sink.accept(new Difference(key, statement(a), statement(b), false));
      } else if (!neutral(a).equals(neutral(b))) {
        boolean isStatus = withoutStatus(a).equals(withoutStatus(b));
        sink.accept(new Difference(key, statement(a), statement(b), isStatus));
      }
    }
  }

  private static @Nullable TenantStatement statement(@Nullable StatementRecord record) {
    return record == null ? null : new TenantStatement(record);
  }

  private Map<String, StatementRecord> read(ComparedRun run) {
    Map<String, StatementRecord> newest = new HashMap<>();
    String topic = run.names().roi();
    run.topics()
        .read(
            topic,
            "",
            (key, value) -> {
              StatementRecord record =
                  value == null ? null : (StatementRecord) run.topics().decode(topic, value);
              if (record != null && wanted.test(record)) {
                newest.put(key, record);
              } else {
                newest.remove(key);
              }
            });
    Map<String, StatementRecord> byKey = new HashMap<>();
    newest.forEach((key, record) -> byKey.put(key(key, record), record));
    return byKey;
  }

  /** Of a horizon that goes on there is one statement at a time, wherever it begins. */
  private static String key(String key, StatementRecord record) {
    return OF_DAYS.contains(record.getHorizon()) ? key : key.substring(0, key.lastIndexOf('/'));
  }

  private static StatementRecord neutral(StatementRecord record) {
    return StatementRecord.newBuilder(record).setRevision(0).setWatermark(null).build();
  }

  /**
   * What a statement says of all its days: the settled track is that of days that are settled, and
   * where both runs have settled a day, it is the day's other track in both.
   */
  private static StatementRecord withoutStatus(StatementRecord record) {
    return StatementRecord.newBuilder(neutral(record))
        .setStatus(Status.PROVISIONAL)
        .setSettledFraction(new Ratio(0L, 0L, null))
        .setSettled(record.getProvisional())
        .setPayback(null)
        .build();
  }
}
