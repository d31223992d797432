package org.contactroi.simulator.center;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a scenario is simulated, and how. Equal runs of one scenario give equal events.
 *
 * @param seed decides everything that is drawn
 * @param from no event is before; whole milliseconds count
 * @param dayZero its local day is day 0 of the scenario
 * @param size size of the center as multiple of the scenario's: contacts, customers and agents
 * @param end when it ends
 */
public record Run(long seed, Instant from, Instant dayZero, double size, End end) {

  private static final double LARGEST = 10_000;

  /**
   * Creates a run.
   *
   * @throws IllegalArgumentException naming the value and what is allowed
   */
  public Run {
    if (!(size > 0 && size <= LARGEST)) {
      throw new IllegalArgumentException("size " + size + " is not above 0 and at most " + LARGEST);
    }
    if (end.to() != null && !end.to().isAfter(from)) {
      throw new IllegalArgumentException("the end " + end.to() + " is not after " + from);
    }
  }

  /**
   * When a run ends. With a time, contacts begin before it and are brought to their end; with a
   * number, so many events are given, which may cut contacts off. Null is no limit.
   *
   * @param to time from which no contact begins
   */
  public record End(@Nullable Instant to, @Nullable Long events) {

    /** It does not end. */
    public static final End NEVER = new End(null, null);

    /**
     * Creates an end.
     *
     * @throws IllegalArgumentException if no event would be given
     */
    public End {
      if (events != null && events < 1) {
        throw new IllegalArgumentException("events " + events + " is below 1");
      }
    }
  }

  /** Returns a run of the usual size without an end, whose first day is day 0. */
  public static Run from(long seed, Instant from) {
    return new Run(seed, from, from, 1, End.NEVER);
  }

  /** Returns the same run with another seed. */
  public Run withSeed(long other) {
    return new Run(other, from, dayZero, size, end);
  }

  /** Returns the same run with another day 0. */
  public Run withDayZero(Instant instant) {
    return new Run(seed, from, instant, size, end);
  }

  /** Returns the same run of another size. */
  public Run withSize(double multiple) {
    return new Run(seed, from, dayZero, multiple, end);
  }

  /** Returns the same run with another end. */
  public Run withEnd(End other) {
    return new Run(seed, from, dayZero, size, other);
  }

  /** Returns the time from which no contact begins, ms since the epoch. */
  long endMillis() {
    Instant to = end.to();
    return to == null ? Long.MAX_VALUE : to.toEpochMilli();
  }
}
