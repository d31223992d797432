package org.contactroi.simulator.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Hours and days of zones. */
class WindowsTest {

  private static String day(String zone, String instant) {
    return text(new Windows(ZoneId.of(zone)).day(at(instant)));
  }

  private static String hour(String zone, String instant) {
    return text(new Windows(ZoneId.of(zone)).hour(at(instant)));
  }

  private static String hourEnd(String zone, String instant) {
    return text(new Windows(ZoneId.of(zone)).hourEnd(at(instant)));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static String text(long instant) {
    return Instant.ofEpochMilli(instant).toString();
  }

  @Test
  void dayOfTwentyFiveHoursHasTwentyFive() {
    String last = "2026-10-25T22:59:59.999Z";
    assertThat(day("Europe/Berlin", last)).isEqualTo("2026-10-24T22:00:00Z");
    assertThat(hour("Europe/Berlin", last)).isEqualTo("2026-10-25T22:00:00Z");
    assertThat(hourEnd("Europe/Berlin", last)).isEqualTo("2026-10-25T23:00:00Z");
    assertThat(day("Europe/Berlin", "2026-10-25T23:00:00Z")).isEqualTo("2026-10-25T23:00:00Z");
  }

  @Test
  void dayOfTwentyThreeHoursEndsAnHourEarlier() {
    assertThat(day("Europe/Berlin", "2026-03-29T21:59:59Z")).isEqualTo("2026-03-28T23:00:00Z");
    assertThat(day("Europe/Berlin", "2026-03-29T22:00:00Z")).isEqualTo("2026-03-29T22:00:00Z");
  }

  @Test
  void hoursAreCountedFromLocalMidnight() {
    assertThat(hour("Asia/Kathmandu", "2026-03-02T12:00:00Z")).isEqualTo("2026-03-02T11:15:00Z");
  }

  @Test
  void lastHourMayBeShorter() {
    // Lord Howe sets its clock forward by half an hour: the day has 23.5 hours.
    String last = "2026-10-04T12:30:00Z";
    assertThat(hour("Australia/Lord_Howe", last)).isEqualTo(last);
    assertThat(hourEnd("Australia/Lord_Howe", last)).isEqualTo("2026-10-04T13:00:00Z");
    assertThat(day("Australia/Lord_Howe", "2026-10-04T13:00:00Z"))
        .isEqualTo("2026-10-04T13:00:00Z");
  }

  @Test
  void dayBeginsOnceWhereTheClockIsSetBackOverMidnight() {
    // St. John's, 2010-11-07 00:01 became 2010-11-06 23:01.
    String midnight = "2010-11-07T02:30:00Z";
    assertThat(day("America/St_Johns", "2010-11-07T02:30:30Z")).isEqualTo(midnight);
    assertThat(day("America/St_Johns", "2010-11-07T02:45:00Z")).isEqualTo(midnight);
    assertThat(day("America/St_Johns", "2010-11-07T03:30:00Z")).isEqualTo(midnight);
    assertThat(day("America/St_Johns", "2010-11-07T02:29:59Z")).isEqualTo("2010-11-06T02:30:00Z");
  }

  @Test
  void dayThatWasLeftOutHasNoWindow() {
    // Apia had no 30 December 2011.
    assertThat(day("Pacific/Apia", "2011-12-30T10:00:00Z")).isEqualTo("2011-12-30T10:00:00Z");
    assertThat(day("Pacific/Apia", "2011-12-30T09:59:59Z")).isEqualTo("2011-12-29T10:00:00Z");
  }
}
