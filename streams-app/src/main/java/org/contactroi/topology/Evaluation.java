package org.contactroi.topology;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.roi.Baseline;
import org.contactroi.roi.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a tenant under any reference, by the code that publishes them; nothing is
 * published.
 */
public final class Evaluation {

  private final String tenant;
  private final RoiBook book;

  private Evaluation(String tenant, RoiBook book) {
    this.tenant = tenant;
    this.book = book;
  }

  /**
   * What the amounts of a tenant depend on.
   *
   * @param entries reference records of any tenants
   * @param hasFrozen whether rows of baselines count that state money
   */
  public record Terms(
      String tenant, Collection<? extends CatalogEntry> entries, boolean hasFrozen) {}

  /**
   * Values days.
   *
   * @param last as if it were the last day there is
   * @return empty if the tenant's policy states no money
   */
  public static Optional<Evaluation> of(Terms terms, PublishedDays days, LocalDate last) {
    Money stated =
        Money.of(
            terms.tenant(),
            terms.entries().stream()
                .filter(entry -> entry.tenant().equals(terms.tenant()))
                .<CatalogEntry>map(entry -> entry)
                .toList(),
            days.zone());
    if (!stated.isStated()) {
      return Optional.empty();
    }
    RoiBook book = new RoiBook(terms.hasFrozen() ? stated : stated.withoutFrozen(), last);
    Stream.iterate(book.firstDay(), day -> !day.isAfter(last), day -> day.plusDays(1))
        .forEach(day -> book.state(day, value(book, days, day)));
    return Optional.of(new Evaluation(terms.tenant(), book));
  }

  /** A horizon at the end of a day, without revision and watermark; empty if it has not begun. */
  public Optional<StatementRecord> statement(Horizon horizon, LocalDate day) {
    return Optional.of(day)
        .filter(last -> !last.isBefore(book.firstDay()))
        .flatMap(last -> book.statement(horizon, last))
        .map(statement -> StatementRecords.toAvro(tenant, book, statement));
  }

  /** The sum of days, both included, as a statement of one day would say it. */
  public StatementRecord sum(LocalDate from, LocalDate to) {
    return StatementRecords.toAvro(tenant, book, book.sum(from, to));
  }

  /** The baseline that the episodes of a day are held against; null if there is none. */
  public @Nullable Baseline baseline(LocalDate day) {
    return book.money().reference().baselines().at(day);
  }

  /** The first local day that is stated. */
  public LocalDate firstDay() {
    return book.firstDay();
  }

  private static StatedDay value(RoiBook book, PublishedDays days, LocalDate day) {
    return book.value(days.day(day), days.wasSettled(day), days.settledUntil());
  }
}
