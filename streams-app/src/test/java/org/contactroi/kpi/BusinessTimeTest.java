package org.contactroi.kpi;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business time is what of an interval lies in opening hours. */
class BusinessTimeTest {

  private static final String TENANT = "shop";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;

  private static Hours hours(int from, int to) {
    return new Hours(from * 60, to * 60);
  }

  private static Map<DayOfWeek, List<Hours>> always() {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(hours(0, 24))));
    return week;
  }

  private static Map<DayOfWeek, List<Hours>> weekdays(Hours... hours) {
    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
    Arrays.stream(DayOfWeek.values()).forEach(day -> week.put(day, List.of(hours)));
    week.remove(SATURDAY);
    week.remove(SUNDAY);
    return week;
  }

  private static BusinessCalendar weekly(Map<DayOfWeek, List<Hours>> week) {
    return new BusinessCalendar("main", 0, week, Map.of());
  }

  private static long at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant().toEpochMilli();
  }

  /** In Berlin. */
  private static long openTime(BusinessCalendar calendar, String from, String to) {
    return calendar.openTime(at(from, BERLIN), at(to, BERLIN), BERLIN);
  }

  @Test
  void aWeekendIsNoBusinessTime() {
    BusinessCalendar calendar = weekly(weekdays(hours(8, 18)));

    assertThat(openTime(calendar, "2026-03-06T17:55", "2026-03-09T08:05")).isEqualTo(10 * MINUTE);
    assertThat(openTime(calendar, "2026-03-07T00:00", "2026-03-09T00:00")).isZero();
  }

  @Test
  void aHolidayIsNoBusinessTimeAndAnotherDateHasItsOwnHours() {
    BusinessCalendar calendar =
        new BusinessCalendar(
            "main",
            0,
            weekdays(hours(8, 18)),
            Map.of(
                LocalDate.parse("2026-04-03"), List.of(),
                LocalDate.parse("2026-04-04"), List.of(hours(10, 12))));

    assertThat(openTime(calendar, "2026-04-02T17:00", "2026-04-07T09:00"))
        .as("Good Friday is closed, the Saturday after it is open for two hours, Monday as usual")
        .isEqualTo((1 + 2 + 10 + 1) * HOUR);
  }

  @Test
  void severalIntervalsOfADayAddUp() {
    BusinessCalendar calendar = weekly(weekdays(hours(8, 12), hours(13, 16)));

    assertThat(openTime(calendar, "2026-03-02T11:30", "2026-03-02T13:15")).isEqualTo(45 * MINUTE);
    assertThat(openTime(calendar, "2026-03-02T00:00", "2026-03-03T00:00")).isEqualTo(7 * HOUR);
  }

  @Test
  void hoursOverMidnightAreOfBothDays() {
    BusinessCalendar calendar =
        weekly(Map.of(FRIDAY, List.of(hours(22, 24)), SATURDAY, List.of(hours(0, 6))));

    assertThat(openTime(calendar, "2026-03-06T23:00", "2026-03-07T01:30")).isEqualTo(150 * MINUTE);
    assertThat(openTime(calendar, "2026-03-06T12:00", "2026-03-08T12:00")).isEqualTo(8 * HOUR);
  }

  /** Days of 24, 23 and 25 hours, and those of a zone that moves by half an hour. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-02, 1440",
    "Europe/Berlin, 2026-03-29, 1380",
    "Europe/Berlin, 2026-10-25, 1500",
    "America/New_York, 2026-03-08, 1380",
    "America/New_York, 2026-11-01, 1500",
    "Australia/Lord_Howe, 2026-04-05, 1470",
    "Australia/Lord_Howe, 2026-10-04, 1410",
    "Asia/Kolkata, 2026-03-29, 1440"
  })
  void roundTheClockADayHasTheMinutesThatItsClockShows(ZoneId zone, LocalDate day, int minutes) {
    long from = day.atStartOfDay(zone).toInstant().toEpochMilli();
    long to = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();

    assertThat(weekly(always()).openTime(from, to, zone))
        .isEqualTo(minutes * MINUTE)
        .isEqualTo(to - from);
  }

  @Test
  void hoursThatTheClockLeavesOutAreNoBusinessTimeAndThoseItShowsTwiceCountTwice() {
    BusinessCalendar calendar = weekly(Map.of(SUNDAY, List.of(hours(1, 4))));

    assertThat(openTime(calendar, "2026-03-29T00:00", "2026-03-29T12:00")).isEqualTo(2 * HOUR);
    assertThat(openTime(calendar, "2026-10-25T00:00", "2026-10-25T12:00")).isEqualTo(4 * HOUR);
  }

  @Test
  void anEmptyIntervalAndOneThatRunsBackwardsHaveNone() {
    BusinessCalendar calendar = weekly(always());

    assertThat(openTime(calendar, "2026-03-02T12:00", "2026-03-02T12:00")).isZero();
    assertThat(openTime(calendar, "2026-03-02T12:00", "2026-03-02T11:00")).isZero();
  }

  @Test
  void everyInstantIsMeasuredByTheVersionOfTheCalendarValidThen() {
    long change = at("2026-03-02T12:00", BERLIN);
    OpeningHours hours =
        openingHours(
            "main",
            new BusinessCalendar("main", 0, Map.of(MONDAY, List.of(hours(8, 18))), Map.of()),
            new BusinessCalendar("main", change, Map.of(MONDAY, List.of(hours(14, 22))), Map.of()));

    assertThat(hours.openTime(at("2026-03-02T00:00", BERLIN), at("2026-03-03T00:00", BERLIN)))
        .as("from 8 to 12 by the first, from 14 to 22 by the second")
        .isEqualTo(12 * HOUR);
  }

  @Test
  void beforeTheFirstVersionOfItsCalendarATenantIsAlwaysOpen() {
    long begin = at("2026-03-02T12:00", BERLIN);
    OpeningHours hours =
        openingHours("main", new BusinessCalendar("main", begin, Map.of(), Map.of()));

    assertThat(hours.openTime(begin - HOUR, begin + HOUR)).isEqualTo(HOUR);
  }

  @Test
  void withoutACalendarATenantIsAlwaysOpen() {
    OpeningHours hours = openingHours(null, new BusinessCalendar("main", 0, Map.of(), Map.of()));

    assertThat(hours.openTime(0, 3 * HOUR)).isEqualTo(3 * HOUR);
    assertThat(hours.openTime(HOUR, 0)).isZero();
  }

  /** Of a tenant in Berlin. */
  private static OpeningHours openingHours(@Nullable String named, BusinessCalendar... calendars) {
    Policies policies = policies(BERLIN, named, List.of(calendars));
    return policies
        .interactionRules(TENANT)
        .at(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli())
        .openingHours();
  }

  /**
   * A tenant with one policy.
   *
   * @param named id of the calendar the policy names
   */
  static Policies policies(ZoneId zone, @Nullable String named, List<BusinessCalendar> calendars) {
    KpiPolicy usual = KpiPolicy.DEFAULT;
    KpiPolicy policy =
        new KpiPolicy(
            "v1",
            usual.validFrom(),
            zone,
            usual.repeatWindow(),
            usual.botMatch(),
            usual.fcrMatch(),
            usual.answerThreshold(),
            usual.shortAbandon(),
            usual.lateness(),
            usual.gaps(),
            usual.settleAfter(),
            usual.minuteRetention(),
            usual.hourRetention(),
            usual.slices(),
            named);
    Policies policies = new Policies(KpiPolicy.DEFAULT, Map.of(TENANT, policy));
    for (BusinessCalendar calendar : calendars) {
      policies = policies.with(TENANT, calendar);
    }
    return policies;
  }
}
