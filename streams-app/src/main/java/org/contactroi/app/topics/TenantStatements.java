package org.contactroi.app.topics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.Status;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.statement.Horizon;

/**
 * The published statements of a tenant.
 *
 * @param all of all horizons, in the order of their first days
 * @param tenants all that have statements
 */
public record TenantStatements(Collection<StatementRecord> all, SortedSet<String> tenants) {

  /** Of a share, which scores are in. */
  private static final long HUNDREDTHS = 10_000;

  public TenantStatements {
    all = all.stream().sorted(Comparator.comparing(StatementRecord::getFrom)).toList();
  }

  /** The statement to date; empty before there is one. */
  public Optional<StatementRecord> toDate() {
    return of(Horizon.TO_DATE).findFirst();
  }

  /**
   * A horizon at the end of a day, if it is published: the running ones are so at the end of the
   * last day only, and a phase that has ended from then on.
   */
  public Optional<StatementRecord> at(Horizon horizon, LocalDate day) {
    boolean isOfDays = horizon == Horizon.DAY || horizon == Horizon.TRAILING_30_DAYS;
    return of(horizon)
        .filter(
            statement -> isOfDays ? statement.getTo().equals(day) : !statement.getTo().isAfter(day))
        .findFirst();
  }

  /** The days that are settled. */
  public Set<LocalDate> settled() {
    return of(Horizon.DAY)
        .filter(statement -> statement.getStatus() == Status.SETTLED)
        .map(StatementRecord::getFrom)
        .collect(Collectors.toSet());
  }

  /** The customers of each month that is stated, by its last day: no total has them. */
  public Map<LocalDate, Retention> retention() {
    Map<LocalDate, Retention> retention = new HashMap<>();
    of(Horizon.DAY)
        .forEach(
            statement ->
                statement.getScorecard().stream()
                    .filter(line -> line.getScore().equals(Score.RETENTION.name()))
                    .filter(line -> line.getN() > 0)
                    .forEach(line -> retention.put(statement.getFrom(), retention(line))));
    return retention;
  }

  /** A score says how many there were and how many of them stayed, and not who came. */
  private static Retention retention(ScoreLine line) {
    long kept = line.getValue().getNumerator() / HUNDREDTHS;
    return new Retention(line.getN(), Math.max(0, kept), Math.max(0, -kept));
  }

  /** The latest of an instant and what statements name as reached. */
  public Instant watermark(Instant least) {
    return all.stream()
        .flatMap(statement -> Stream.ofNullable(statement.getWatermark()))
        .reduce(least, (one, other) -> other.isAfter(one) ? other : one);
  }

  /** Those of a horizon. */
  public Stream<StatementRecord> of(Horizon horizon) {
    return all.stream().filter(statement -> statement.getHorizon().name().equals(horizon.name()));
  }
}
