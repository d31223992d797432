package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business hours are those of the clock on the wall, on days when it is set as well. */
class BusinessCalendarTest {

  private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  private static Hours hours(int from, int to) {
    return new Hours(from * 60, to * 60);
  }

  private static BusinessCalendar weekly(DayOfWeek day, Hours... hours) {
    return new BusinessCalendar("main", 0, Map.of(day, List.of(hours)), Map.of());
  }

  private static boolean isOpen(BusinessCalendar calendar, ZoneId zone, String instant) {
    return calendar.isOpen(Instant.parse(instant).toEpochMilli(), zone);
  }

  @Test
  void rulesReadTheSameWhateverDigitsTheMachineWrites() {
    BusinessCalendar calendar = weekly(DayOfWeek.MONDAY, hours(8, 18));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(calendar.rules()).isEqualTo("weekly={MONDAY=[08:00-18:00]} exceptions={}");
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The Friday before the clock is set forward, three and a half hours behind UTC.
    "2026-03-06T11:29:59.999Z, false",
    "2026-03-06T11:30:00Z, true",
    "2026-03-06T21:29:59.999Z, true",
    "2026-03-06T21:30:00Z, false",
    // The Friday after it, two and a half hours behind.
    "2026-03-13T10:29:59.999Z, false",
    "2026-03-13T10:30:00Z, true",
    "2026-03-13T20:29:59.999Z, true",
    "2026-03-13T20:30:00Z, false"
  })
  void hoursMoveWithTheClockOverAChangeOfHalfHourZones(String instant, boolean expected) {
    assertThat(isOpen(weekly(DayOfWeek.FRIDAY, hours(8, 18)), ST_JOHNS, instant))
        .isEqualTo(expected);
  }

  @Test
  void hoursTheClockLeavesOutDoNotOccur() {
    // On 8 March 2026 the clock goes from 02:00 to 03:00.
    BusinessCalendar leftOut = weekly(DayOfWeek.SUNDAY, hours(2, 3));
    BusinessCalendar around = weekly(DayOfWeek.SUNDAY, hours(1, 4));

    assertThat(isOpen(leftOut, ST_JOHNS, "2026-03-08T05:29:59.999Z")).isFalse();
    assertThat(isOpen(leftOut, ST_JOHNS, "2026-03-08T05:30:00Z")).isFalse();
    assertThat(isOpen(around, ST_JOHNS, "2026-03-08T04:30:00Z")).isTrue();
    assertThat(isOpen(around, ST_JOHNS, "2026-03-08T06:29:59.999Z")).isTrue();
    assertThat(isOpen(around, ST_JOHNS, "2026-03-08T06:30:00Z")).isFalse();
  }

  @Test
  void hoursTheClockShowsTwiceCountBothTimes() {
    // On 1 November 2026 the clock goes from 02:00 to 01:00.
    BusinessCalendar calendar = weekly(DayOfWeek.SUNDAY, new Hours(60, 90));

    assertThat(isOpen(calendar, ST_JOHNS, "2026-11-01T03:45:00Z")).isTrue();
    assertThat(isOpen(calendar, ST_JOHNS, "2026-11-01T04:15:00Z")).isFalse();
    assertThat(isOpen(calendar, ST_JOHNS, "2026-11-01T04:45:00Z")).isTrue();
    assertThat(isOpen(calendar, ST_JOHNS, "2026-11-01T05:00:00Z")).isFalse();
  }

  @Test
  void theDayIsTheLocalOne() {
    // Thursday 20:00 UTC is Friday 01:30 in Kolkata.
    BusinessCalendar friday = weekly(DayOfWeek.FRIDAY, hours(0, 24));

    assertThat(isOpen(friday, KOLKATA, "2026-03-05T18:29:59.999Z")).isFalse();
    assertThat(isOpen(friday, KOLKATA, "2026-03-05T18:30:00Z")).isTrue();
    assertThat(isOpen(friday, KOLKATA, "2026-03-06T18:29:59.999Z")).isTrue();
    assertThat(isOpen(friday, KOLKATA, "2026-03-06T18:30:00Z")).isFalse();
  }

  @Test
  void aBreakIsClosed() {
    BusinessCalendar calendar = weekly(DayOfWeek.FRIDAY, hours(8, 12), hours(13, 18));

    assertThat(isOpen(calendar, KOLKATA, "2026-03-06T06:29:59Z")).isTrue();
    assertThat(isOpen(calendar, KOLKATA, "2026-03-06T06:30:00Z")).isFalse();
    assertThat(isOpen(calendar, KOLKATA, "2026-03-06T07:30:00Z")).isTrue();
  }

  @Test
  void anExceptionTakesThePlaceOfItsWeekday() {
    BusinessCalendar calendar =
        new BusinessCalendar(
            "main",
            0,
            Map.of(DayOfWeek.FRIDAY, List.of(hours(8, 18))),
            Map.of(
                LocalDate.parse("2026-12-25"), List.of(),
                LocalDate.parse("2026-12-26"), List.of(hours(10, 11))));

    assertThat(isOpen(calendar, KOLKATA, "2026-12-18T04:00:00Z")).isTrue();
    assertThat(isOpen(calendar, KOLKATA, "2026-12-25T04:00:00Z")).isFalse();
    assertThat(isOpen(calendar, KOLKATA, "2026-12-26T04:45:00Z")).isTrue();
  }

  @Test
  void timesThatOverlapOrRunBackwardsAreRefusedWithTheirValue() {
    assertThatThrownBy(() -> weekly(DayOfWeek.FRIDAY, hours(8, 12), hours(11, 18)))
        .hasMessageContaining("FRIDAY")
        .hasMessageContaining("[08:00-12:00, 11:00-18:00]");
    assertThatThrownBy(() -> hours(12, 12)).hasMessageContaining("12:00-12:00");
    assertThatThrownBy(() -> new Hours(0, 1_441)).hasMessageContaining("00:00-24:01");
  }
}
