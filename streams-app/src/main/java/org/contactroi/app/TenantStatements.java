package org.contactroi.app;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.Status;
import org.contactroi.roi.Horizon;

/**
 * The published statements of a tenant.
 *
 * @param all of all horizons
 * @param tenants all that have statements
 */
record TenantStatements(Collection<StatementRecord> all, SortedSet<String> tenants) {

  TenantStatements {
    all = List.copyOf(all);
  }

  /** The statement to date; empty before there is one. */
  Optional<StatementRecord> toDate() {
    return of(Horizon.TO_DATE).findFirst();
  }

  /**
   * A horizon at the end of a day, if it is published: the running ones are so at the end of the
   * last day only, and a phase that has ended from then on.
   */
  Optional<StatementRecord> at(Horizon horizon, LocalDate day) {
    boolean isOfDays = horizon == Horizon.DAY || horizon == Horizon.TRAILING_30_DAYS;
    return of(horizon)
        .filter(
            statement -> isOfDays ? statement.getTo().equals(day) : !statement.getTo().isAfter(day))
        .findFirst();
  }

  /** The days that are settled. */
  Set<LocalDate> settled() {
    return of(Horizon.DAY)
        .filter(statement -> statement.getStatus() == Status.SETTLED)
        .map(StatementRecord::getFrom)
        .collect(Collectors.toSet());
  }

  private Stream<StatementRecord> of(Horizon horizon) {
    return all.stream().filter(statement -> statement.getHorizon().name().equals(horizon.name()));
  }
}
