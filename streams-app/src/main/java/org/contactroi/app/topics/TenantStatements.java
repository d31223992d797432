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
import org.contactroi.record.TenantStatement;
import org.contactroi.roi.baseline.Score;
import org.contactroi.roi.customer.Retention;
import org.contactroi.roi.statement.Horizon;
import org.contactroi.roi.statement.Scorecard;

/**
 * The published statements of a tenant.
 *
 * @param all of all horizons, in the order of their first days
 * @param tenants all that have statements
 */
public record TenantStatements(Collection<TenantStatement> all, SortedSet<String> tenants) {

  /** Of a share, which scores are in. */
  private static final long HUNDREDTHS = 10_000;

  public TenantStatements {
    all = all.stream().sorted(Comparator.comparing(TenantStatement::from)).toList();
  }

  /** The statement to date; empty before there is one. */
  public Optional<TenantStatement> toDate() {
    return of(Horizon.TO_DATE).findFirst();
  }

  /**
   * A horizon at the end of a day, if it is published: the running ones are so at the end of the
   * last day only, and a phase that has ended from then on.
   */
  public Optional<TenantStatement> at(Horizon horizon, LocalDate day) {
    boolean isOfDays = horizon == Horizon.DAY || horizon == Horizon.TRAILING_30_DAYS;
    return of(horizon)
        .filter(statement -> isOfDays ? statement.to().equals(day) : !statement.to().isAfter(day))
        .findFirst();
  }

  /** The days that are settled. */
  public Set<LocalDate> settled() {
    return of(Horizon.DAY)
        .filter(TenantStatement::isSettled)
        .map(TenantStatement::from)
        .collect(Collectors.toSet());
  }

  /** The customers of each month that is stated, by its last day: no total has them. */
  public Map<LocalDate, Retention> retention() {
    Map<LocalDate, Retention> retention = new HashMap<>();
    of(Horizon.DAY)
        .forEach(
            statement ->
                statement.scores().stream()
                    .filter(line -> line.score() == Score.RETENTION && line.n() > 0)
                    .forEach(line -> retention.put(statement.from(), retention(line))));
    return retention;
  }

  /** A score says how many there were and how many of them stayed, and not who came. */
  private static Retention retention(Scorecard.Line line) {
    long kept = line.value().numerator() / HUNDREDTHS;
    return new Retention(line.n(), Math.max(0, kept), Math.max(0, -kept));
  }

  /** The latest of an instant and what statements name as reached. */
  public Instant watermark(Instant least) {
    return all.stream()
        .map(TenantStatement::watermark)
        .reduce(least, (one, other) -> other.isAfter(one) ? other : one);
  }

  /** Those of a horizon. */
  public Stream<TenantStatement> of(Horizon horizon) {
    return all.stream().filter(statement -> statement.horizon() == horizon);
  }
}
