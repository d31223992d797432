package org.contactroi.simulator.synthetic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is simulated. Equal scenarios give equal events.
 *
 * @param tenant tenant of the events
 * @param seed decides everything that is drawn
 * @param perHour new contacts per hour, averaged over a day; repeat contacts come on top
 * @param from no event is before; whole milliseconds count
 * @param zone zone of the daily curve
 * @param limit when it ends
 */
public record Scenario(
    String tenant, long seed, double perHour, Instant from, ZoneId zone, Limit limit) {

  /** The highest rate: a million contacts a second are beyond any center. */
  private static final double HIGHEST_PER_HOUR = 3_600_000_000.0;

  // Measured over a month of the demonstration center, repeat contacts included.
  private static final double EVENTS_PER_CONTACT = 26;
  private static final double HOUR_MILLIS = 3_600_000;

  public Scenario {
    if (tenant.isBlank()) {
      throw new IllegalArgumentException("tenant is blank");
    }
    if (!(perHour > 0 && perHour <= HIGHEST_PER_HOUR)) {
      throw new IllegalArgumentException(
          "rate " + perHour + " per hour is not above 0 and at most " + HIGHEST_PER_HOUR);
    }
  }

  /**
   * When a simulation ends: contacts begun before the duration is over are brought to their end, or
   * exactly so many events are given, which may cut interactions off. Null is no limit.
   *
   * @param duration event time from the start in which contacts begin
   * @param events number of events
   */
  public record Limit(@Nullable Duration duration, @Nullable Long events) {

    public Limit {
      if (duration != null && (duration.isNegative() || duration.isZero())) {
        throw new IllegalArgumentException("duration " + duration + " is not above 0");
      }
      if (events != null && events < 1) {
        throw new IllegalArgumentException("events " + events + " is below 1");
      }
    }
  }

  /** Returns the time from which no contact begins, in milliseconds since the epoch. */
  long endMillis() {
    Duration duration = limit.duration();
    return duration == null ? Long.MAX_VALUE : from.toEpochMilli() + duration.toMillis();
  }

  /** Returns the number of events if it is limited, else an estimate, empty for no end. */
  OptionalLong expectedEvents() {
    if (limit.events() != null) {
      return OptionalLong.of(limit.events());
    }
    Duration duration = limit.duration();
    if (duration == null) {
      return OptionalLong.empty();
    }
    double contacts = perHour * (duration.toMillis() / HOUR_MILLIS);
    return OptionalLong.of(Math.round(contacts * EVENTS_PER_CONTACT));
  }
}
