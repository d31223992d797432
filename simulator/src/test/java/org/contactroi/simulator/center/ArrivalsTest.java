package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.simulator.center.time.LocalClock;
import org.contactroi.simulator.ledger.ContactBegun;
import org.contactroi.simulator.scenario.Demand;
import org.junit.jupiter.api.Test;

/** New contacts are a Poisson process with the rate of hour, weekday, month and holiday. */
class ArrivalsTest {

  private static final int DAYS = 35;
  private static final Instant FROM = Instant.parse("2026-03-08T23:00:00Z");
  private static final double HOUR = 3_600_000;
  private static final double SIZE = 0.3;

  /** Hours of five weeks with the change to summer time, as expected and as happened. */
  private record Hour(double expected, int happened) {}

  private static final List<Hour> HOURS = hours();

  private static List<Hour> hours() {
    Recorded recorded =
        Recorded.of(
            Run.from(3, FROM)
                .withSize(SIZE)
                .withEnd(new Run.End(FROM.plus(Duration.ofDays(DAYS)), null)));
    int[] counts = new int[DAYS * 24];
    recorded.contacts.stream()
        .filter(contact -> contact.reason().attempt() == 1)
        .filter(ArrivalsTest::isUsual)
        .forEach(contact -> counts[(int) ((contact.at() - FROM.toEpochMilli()) / HOUR)]++);
    List<Hour> hours = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      hours.add(new Hour(expected(FROM.plusMillis((long) (i * HOUR))), counts[i]));
    }
    return hours;
  }

  /** Incidents are about these, and they are about little else. */
  private static boolean isUsual(ContactBegun contact) {
    return !contact.reason().issue().equals("outage")
        && !contact.reason().issue().equals("delivery");
  }

  private static double expected(Instant hour) {
    Demand demand = Shop.SCENARIO.tenants().get(0).demand();
    LocalClock clock = new LocalClock(Shop.SCENARIO.zone());
    LocalDate date = clock.date(hour.toEpochMilli());
    double factor = demand.hours().get(clock.hour(hour.toEpochMilli())) * demand.factor(date);
    return demand.perDay() / 24 * factor * SIZE * 0.67;
  }

  @Test
  void hoursHaveAsManyContactsAsTheirFactorsSay() {
    double chiSquare = 0;
    int hours = 0;
    for (Hour hour : HOURS) {
      if (hour.expected() > 5) {
        hours++;
        chiSquare += Math.pow(hour.happened() - hour.expected(), 2) / hour.expected();
      }
    }

    // Mean and deviation of chi-square with as many degrees of freedom: Poisson, and nothing else.
    assertThat(hours).isGreaterThan(500);
    assertThat(chiSquare / hours).isCloseTo(1, within(4 * Math.sqrt(2.0 / hours)));
  }

  @Test
  void allInAllThereAreAsManyAsExpected() {
    double expected = HOURS.stream().mapToDouble(Hour::expected).sum();
    int happened = HOURS.stream().mapToInt(Hour::happened).sum();

    assertThat((double) happened).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }
}
