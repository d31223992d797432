package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantCalendarTest {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private static TenantCalendar calendar(String zone) {
    return new TenantCalendar(ZoneId.of(zone));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static List<Window> hours(TenantCalendar calendar, Window day) {
    List<Window> hours = new ArrayList<>();
    for (long next = day.start(); next < day.end(); next = hours.get(hours.size() - 1).end()) {
      hours.add(calendar.hour(next));
    }
    return hours;
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-29T12:00:00Z, 2026-03-28T23:00:00Z, 23",
    "Europe/Berlin, 2026-10-25T12:00:00Z, 2026-10-24T22:00:00Z, 25",
    "Asia/Jerusalem, 1999-01-05T12:00:00Z, 1999-01-04T22:00:00Z, 24",
    "Asia/Kolkata, 2026-01-05T12:00:00Z, 2026-01-04T18:30:00Z, 24",
    "America/St_Johns, 2026-03-08T12:00:00Z, 2026-03-08T03:30:00Z, 23",
    "America/St_Johns, 2026-11-01T12:00:00Z, 2026-11-01T02:30:00Z, 25",
    "America/Sao_Paulo, 2018-11-04T12:00:00Z, 2018-11-04T03:00:00Z, 23",
    "UTC, 2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 24"
  })
  void aDayIsTheLocalOneAndHasTheHoursOfItsZone(
      String zone, String instant, String start, int hours) {
    TenantCalendar calendar = calendar(zone);

    Window day = calendar.day(at(instant));

    assertThat(day.start()).isEqualTo(at(start));
    assertThat(day.end() - day.start()).isEqualTo(Duration.ofHours(hours).toMillis());
    assertThat(hours(calendar, day)).hasSize(hours);
  }

  @Test
  void theLastHourOfADayMayBeShorter() {
    TenantCalendar calendar = calendar("Australia/Lord_Howe");

    Window day = calendar.day(at("2026-10-03T20:00:00Z"));

    assertThat(day.end() - day.start()).isEqualTo(Duration.ofMinutes(23 * 60 + 30).toMillis());
    List<Window> hours = hours(calendar, day);
    Window last = hours.get(hours.size() - 1);
    assertThat(last.end() - last.start()).isEqualTo(Duration.ofMinutes(30).toMillis());
    assertThat(last.end()).isEqualTo(day.end());
  }

  /** St. John's went back from 00:01 to 23:01 of the day before until 2011. */
  @ParameterizedTest
  @CsvSource({
    "America/St_Johns, 2010-11-05T12:00:00Z",
    "America/St_Johns, 2026-10-30T12:00:00Z",
    "Europe/Berlin, 2026-10-23T12:00:00Z",
    "Europe/Berlin, 2026-03-27T12:00:00Z",
    "Asia/Kathmandu, 2026-03-27T12:00:00Z",
    "America/Asuncion, 2022-03-25T12:00:00Z",
    "Pacific/Apia, 2011-12-28T20:00:00Z",
    "Australia/Lord_Howe, 2026-04-03T12:00:00Z"
  })
  void everyMinuteLiesInItsHourAndEveryHourInItsDay(String zone, String from) {
    TenantCalendar calendar = calendar(zone);
    long end = at(from) + Duration.ofDays(4).toMillis();
    Window previous = calendar.hour(at(from));
    for (long minute = at(from); minute < end; minute += MINUTE) {
      Window hour = calendar.hour(minute);
      Window day = calendar.day(minute);

      assertThat(minute).isBetween(hour.start(), hour.end() - MINUTE);
      assertThat(hour.start()).isGreaterThanOrEqualTo(day.start());
      assertThat(hour.end()).isLessThanOrEqualTo(day.end());
      assertThat(hour.start()).isIn(previous.start(), previous.end());
      previous = hour;
    }
  }

  @Test
  void theDayAskedForLastDoesNotColourTheNextAnswer() {
    TenantCalendar calendar = calendar("Europe/Berlin");
    Window monday = calendar.day(at("2026-01-05T12:00:00Z"));
    Window tuesday = calendar.day(at("2026-01-06T12:00:00Z"));

    assertThat(calendar.day(monday.start())).isEqualTo(monday);
    assertThat(calendar.day(monday.end() - 1)).isEqualTo(monday);
    assertThat(calendar.day(monday.end())).isEqualTo(tuesday);
    assertThat(calendar.window(WindowSize.DAY, tuesday.start())).isEqualTo(tuesday);
  }

  @Test
  void aMinuteBeforeTheEpochIsAMinuteToo() {
    assertThat(TenantCalendar.minute(-1)).isEqualTo(-60_000);
    assertThat(TenantCalendar.quarter(-1)).isEqualTo(new Window(WindowSize.QUARTER, -900_000, 0));
  }
}
