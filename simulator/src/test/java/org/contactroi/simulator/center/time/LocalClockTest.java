package org.contactroi.simulator.center.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.contactroi.simulator.random.RandomStream;
import org.contactroi.simulator.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalClockTest {

  private static final long YEAR = 31_536_000_000L;

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns"})
  void localTimeIsThatOfTheZoneAtAnyMoment(String zone) {
    LocalClock clock = new LocalClock(ZoneId.of(zone));
    RandomStream random = new Seed(5).stream();
    for (int i = 0; i < 20_000; i++) {
      long millis = millis("2026-01-01T00:00:00Z") + random.below(YEAR);
      ZonedDateTime local = Instant.ofEpochMilli(millis).atZone(ZoneId.of(zone));

      assertThat(clock.date(millis)).isEqualTo(local.toLocalDate());
      assertThat(clock.minute(millis)).isEqualTo(local.getHour() * 60 + local.getMinute());
    }
  }

  @Test
  void hoursFollowTheChangeToSummerTime() {
    LocalClock clock = new LocalClock(ZoneId.of("Europe/Berlin"));

    assertThat(clock.hour(millis("2026-03-29T00:59:59Z"))).isEqualTo(1);
    assertThat(clock.hour(millis("2026-03-29T01:00:00Z"))).isEqualTo(3);
    assertThat(clock.weekday(millis("2026-03-29T22:00:00Z"))).isEqualTo(DayOfWeek.MONDAY);
  }

  @Test
  void aLocalTimeThatIsSkippedIsAnHourLater() {
    LocalClock clock = new LocalClock(ZoneId.of("Europe/Berlin"));
    LocalDate change = LocalDate.of(2026, 3, 29);

    assertThat(clock.at(change, LocalTime.of(2, 30))).isEqualTo(millis("2026-03-29T01:30:00Z"));
    assertThat(clock.at(change, LocalTime.of(8, 0))).isEqualTo(millis("2026-03-29T06:00:00Z"));
  }
}
