package org.contactroi.topology;

import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.Saving;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.topology.stage.Difference;

/** Days of a tenant that are stated: what happens on them, and what is said of them. */
final class StatedTenant {

  static final long MINUTE_MS = 60_000;
  static final Slice ALL = new Slice("all", List.of());

  private StatedTenant() {}

  static long at(LocalDate day, int hour) {
    return Instant.parse(day + "T00:00:00Z").toEpochMilli() + hour * 60L * MINUTE_MS;
  }

  static void add(Driven to, LocalDate day, int hour, Totals.Builder totals) {
    Difference.Change change = new Difference.Change(at(day, hour), true, totals.build());
    to.add(new Difference(TENANT, ALL, List.of(change)));
  }

  /** Episodes of one contact each, handled for some minutes, with a bot session each. */
  static Totals.Builder episodes(long episodes, long minutes) {
    long effort = minutes * MINUTE_MS;
    return Totals.builder(Saving.FAMILY)
        .add(
            Saving.CELLS,
            Breakdown.of(List.of("VOICE", "i"), episodes, episodes, episodes, effort, episodes))
        .add(Saving.USAGE, used("AGENT", "queue:q", effort))
        .add(Saving.USAGE, used("BOT_SESSION", "b", episodes));
  }

  static Breakdown used(String resource, String key, long quantity) {
    return Breakdown.of(List.of("VOICE", "i", resource, key, "VOICE"), quantity);
  }

  static void reach(Driven driven, String time) {
    driven.send(brief("at " + time, time)).flush().flush();
  }

  /** Uneven episodes and usage on every day, in two hours. */
  static void fill(Driven driven, LocalDate first, LocalDate last) {
    first
        .datesUntil(last.plusDays(1))
        .forEach(
            day -> {
              long n = 1 + day.toEpochDay() % 7;
              add(driven, day, 9, episodes(n, 3 * n));
              add(driven, day, 17, episodes(2 * n, 7));
              add(
                  driven,
                  day,
                  9,
                  Totals.builder(Cost.FAMILY)
                      .add(Cost.HANDLED_BY_HUMAN, n)
                      .add(
                          Cost.USAGE,
                          Breakdown.of(List.of("AGENT", "queue:q", "VOICE"), 12_347 * n)));
            });
  }

  static Map<String, StatementRecord> statements(Driven driven, String prefix) {
    Map<String, StatementRecord> statements = new TreeMap<>();
    driven
        .alive(TOPICS.roi())
        .forEach(
            (key, statement) -> {
              if (key.startsWith(prefix)) {
                statements.put(key, (StatementRecord) statement);
              }
            });
    return statements;
  }

  /** What statements say, apart from when. */
  static Map<String, String> bodies(Map<String, StatementRecord> statements) {
    Map<String, String> bodies = new HashMap<>();
    statements.forEach(
        (key, statement) ->
            bodies.put(
                key,
                StatementRecord.newBuilder(statement)
                    .setRevision(0)
                    .setWatermark(null)
                    .build()
                    .toString()));
    return bodies;
  }
}
