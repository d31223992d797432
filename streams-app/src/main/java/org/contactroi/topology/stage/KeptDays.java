package org.contactroi.topology.stage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The local days of which figures are kept. What is read has no bounds: the figures of a day depend
 * on contacts of days before it and after it.
 *
 * @param from first day; null: the first there is
 * @param to last day, included; null: the last there is
 */
public record KeptDays(@Nullable LocalDate from, @Nullable LocalDate to) {

  /** All of them. */
  public static final KeptDays ALL = new KeptDays(null, null);

  /** Fails when the last day is before the first. */
  public KeptDays {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "the first day %s is after the last %s".formatted(from, to));
    }
  }

  /**
   * Instants, UTC ms.
   *
   * @param until not included
   */
  public record Span(long from, long until) {

    public boolean holds(long instant) {
      return instant >= from && instant < until;
    }
  }

  /** When they are in a zone. */
  public Span in(ZoneId zone) {
    return new Span(
        from == null ? Long.MIN_VALUE : start(from, zone),
        to == null ? Long.MAX_VALUE : start(to.plusDays(1), zone));
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  public boolean areAll() {
    return equals(ALL);
  }

  /** Whether a day is none before the first. */
  public boolean haveBegunOn(LocalDate day) {
    return from == null || !day.isBefore(from);
  }

  /** Whether a day is one after the last. */
  public boolean haveEndedBefore(LocalDate day) {
    return to != null && day.isAfter(to);
  }

  /** Those that are in both; empty if there are none. */
  public Optional<KeptDays> and(KeptDays other) {
    LocalDate first = other.from == null ? from : first(other.from);
    LocalDate last = other.to == null ? to : last(other.to);
    return first != null && last != null && last.isBefore(first)
        ? Optional.empty()
        : Optional.of(new KeptDays(first, last));
  }

  /** The first of them that is not before a day. */
  public LocalDate first(LocalDate day) {
    return from == null || day.isAfter(from) ? day : from;
  }

  /** The last of them that is not after a day. */
  public LocalDate last(LocalDate day) {
    return to == null || day.isBefore(to) ? day : to;
  }

  /** As people read it, for instance {@code 2026-01-01 to 2026-01-31}. */
  @Override
  public String toString() {
    if (areAll()) {
      return "all days";
    }
    if (from == null) {
      return "days to " + to;
    }
    return to == null ? "days from " + from : from + " to " + to;
  }
}
