package org.contactroi.simulator.synthetic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/**
 * Times of new contacts: a Poisson process whose rate follows the hour of the local day, by
 * thinning (Lewis and Shedler, 1979). Over a day the rate averages to the given one.
 */
final class Arrivals {

  /** Rate of each local hour as multiple of the mean; the values sum to 24. */
  private static final double[] DAILY_CURVE = {
    0.25, 0.20, 0.20, 0.20, 0.25, 0.35, 0.55, 0.90, 1.40, 1.75, 1.90, 1.80,
    1.45, 1.40, 1.60, 1.65, 1.60, 1.45, 1.25, 1.10, 0.95, 0.75, 0.60, 0.45
  };

  private static final double PEAK = 1.90;
  private static final double HOUR_MILLIS = 3_600_000;
  private static final int HOUR_SECONDS = 3600;
  private static final int DAY_SECONDS = 86_400;

  private final Dice dice;
  private final ZoneRules zone;
  private final double meanMillisAtPeak;
  private long now;

  /**
   * Creates arrivals.
   *
   * @param perHour contacts per hour, averaged over a day, above 0
   * @param from no arrival is before
   * @param zone zone of the daily curve
   */
  Arrivals(Dice dice, double perHour, Instant from, ZoneId zone) {
    this.dice = dice;
    this.zone = zone.getRules();
    this.meanMillisAtPeak = HOUR_MILLIS / (perHour * PEAK);
    this.now = from.toEpochMilli();
  }

  /** Returns the time of the next arrival in milliseconds since the epoch. */
  long next() {
    do {
      now += dice.exponential(meanMillisAtPeak);
    } while (!dice.chance(DAILY_CURVE[localHour()] / PEAK));
    return now;
  }

  private int localHour() {
    Instant instant = Instant.ofEpochMilli(now);
    long local = instant.getEpochSecond() + zone.getOffset(instant).getTotalSeconds();
    return Math.floorMod(local, DAY_SECONDS) / HOUR_SECONDS;
  }
}
