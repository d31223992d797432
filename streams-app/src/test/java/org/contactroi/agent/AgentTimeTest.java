package org.contactroi.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.TenantCalendar;
import org.contactroi.kpi.Totals;
import org.contactroi.kpi.family.Occupancy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RandomNumbers.class)
class AgentTimeTest {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final Span DAYS = span("2026-05-01T00:00:00Z", "2026-05-03T00:00:00Z");

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  private static Span span(String start, String end) {
    return new Span(at(start), at(end));
  }

  /** A state of May 1st in which the agent is paid. */
  private static AgentState state(String time, @Nullable String team, boolean routable) {
    long at = at("2026-05-01T" + time + "Z");
    return new AgentState("e" + time, at, "acd", null, team, routable, true);
  }

  private static Handling leg(String start, String settle, long effort) {
    return new Handling(at("2026-05-01T" + start + "Z"), at("2026-05-01T" + settle + "Z"), effort);
  }

  private static TeamHour hour(String time, String team) {
    return new TeamHour(at("2026-05-01T" + time + ":00:00Z"), team);
  }

  private static Totals minutes(long handling, long idle, long paid, long effort) {
    return minutes(handling, handling, idle, paid, effort);
  }

  private static Totals minutes(long handling, long sum, long idle, long paid, long effort) {
    return millis(handling * 60_000, sum * 60_000, idle * 60_000, paid * 60_000, effort * 60_000);
  }

  private static Totals millis(long handling, long sum, long idle, long paid, long effort) {
    return Totals.builder(Occupancy.FAMILY)
        .add(Occupancy.HANDLING_MS, handling)
        .add(Occupancy.IDLE_MS, idle)
        .add(Occupancy.PAID_MS, paid)
        .add(Occupancy.EFFORT_MS, effort)
        .add(Occupancy.HANDLING_SUM_MS, sum)
        .build();
  }

  private static Map<TeamHour, Totals> of(List<AgentState> states, List<Handling> legs) {
    return AgentTime.of(DAYS, new Timeline(states), legs, new TenantCalendar(UTC));
  }

  @Test
  void workIsTheUnionOfTheLegsAndTheRestOfARoutableStateIsIdle() {
    List<AgentState> states =
        List.of(state("10:00:00", "red", true), state("11:00:00", null, false));
    List<Handling> legs =
        List.of(
            leg("10:10:00", "10:20:00", 600_000),
            leg("10:15:00", "10:30:00", 900_000),
            leg("10:40:00", "10:50:00", 600_000));

    assertThat(of(states, legs))
        .containsExactly(Map.entry(hour("10", "red"), minutes(30, 35, 30, 60, 35)));
  }

  @Test
  void aStateWithoutANextOneCountsNothingAndItsTeamGoesOn() {
    assertThat(
            of(
                List.of(state("10:00:00", "red", true)),
                List.of(leg("12:00:00", "12:06:00", 60_000))))
        .containsExactly(Map.entry(hour("12", "red"), minutes(6, 0, 0, 1)));
  }

  @Test
  void workBeforeTheFirstStateIsOfItsTeamAndWorkWithoutAnyOfNone() {
    List<Handling> legs = List.of(leg("08:00:00", "08:06:00", 60_000));

    assertThat(of(List.of(state("10:00:00", "red", true)), legs))
        .containsOnlyKeys(hour("08", "red"));
    assertThat(of(List.of(state("10:00:00", null, true)), legs))
        .containsOnlyKeys(hour("08", "unknown"));
    assertThat(of(List.of(), legs)).containsOnlyKeys(hour("08", "unknown"));
  }

  @Test
  void aChangeOfTeamInsideAnHourParts() {
    List<AgentState> states =
        List.of(
            state("10:00:00", "red", true),
            state("10:20:00", "blue", false),
            state("10:50:00", null, true),
            state("11:00:00", "red", false));

    assertThat(of(states, List.of(leg("10:10:00", "10:30:00", 1_200_000))))
        .containsOnly(
            Map.entry(hour("10", "red"), minutes(10, 10, 20, 10)),
            Map.entry(hour("10", "blue"), minutes(10, 10, 40, 10)));
  }

  @Test
  void ofStatesAtOneInstantTheLastCounts() {
    long at = at("2026-05-01T10:00:00Z");
    AgentState first = new AgentState("a", at, "acd", null, "red", true, true);
    AgentState last = new AgentState("Z", at, "acd", 1L, null, false, true);

    assertThat(of(List.of(last, state("11:00:00", "blue", true), first), List.of()))
        .containsExactly(Map.entry(hour("10", "red"), minutes(0, 0, 60, 0)));
  }

  @Test
  void effortIsSpreadOverTheLegAndItsPartsAddUp() {
    assertThat(of(List.of(), List.of(leg("10:30:00", "12:00:00", 100))))
        .containsOnly(
            Map.entry(hour("10", "unknown"), millis(1_800_000, 1_800_000, 0, 0, 33)),
            Map.entry(hour("11", "unknown"), millis(3_600_000, 3_600_000, 0, 0, 67)));
  }

  @Test
  void aLegWithoutLengthPutsItsEffortIntoTheHourOfItsStart() {
    assertThat(
            of(List.of(), List.of(leg("11:00:00", "11:00:00", 5), leg("12:00:00", "11:00:00", 7))))
        .containsOnly(
            Map.entry(hour("11", "unknown"), millis(0, 0, 0, 0, 5)),
            Map.entry(hour("12", "unknown"), millis(0, 0, 0, 0, 7)));
  }

  @Test
  void aStateOfMoreThan31DaysHasNoKnownEndAndALegOfMoreThan31DaysIsNone() {
    Span span = span("2026-05-01T00:00:00Z", "2026-07-01T00:00:00Z");
    long reach = Duration.ofDays(31).toMillis();
    long from = span.start();
    TenantCalendar calendar = new TenantCalendar(UTC);
    AgentState open = new AgentState("a", from, "acd", null, "red", false, true);
    AgentState closed = new AgentState("b", from + reach, "acd", null, "red", false, true);
    AgentState missed = new AgentState("b", from + reach + 1, "acd", null, "red", false, true);

    assertThat(paid(AgentTime.of(span, new Timeline(List.of(open, closed)), List.of(), calendar)))
        .isEqualTo(reach);
    assertThat(AgentTime.of(span, new Timeline(List.of(open, missed)), List.of(), calendar))
        .isEmpty();
    assertThat(of(List.of(), List.of(new Handling(from, from + reach + 1, 5)))).isEmpty();
  }

  private static long paid(Map<TeamHour, Totals> totals) {
    return totals.values().stream().mapToLong(hour -> hour.get(Occupancy.PAID_MS)).sum();
  }

  /** Around days of 23 and 25 hours, and in zones whose hours do not begin on the hour. */
  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-05-01T00:00:00Z, PT36H, PT1S",
    "Asia/Kolkata, 2026-05-01T12:00:00Z, PT36H, PT1S",
    "Asia/Kathmandu, 2026-05-01T12:00:00Z, PT30H, PT1S",
    "Europe/Berlin, 2026-03-28T12:00:00Z, PT48H, PT1S",
    "America/New_York, 2026-10-31T12:00:00Z, PT48H, PT1S",
    "Australia/Lord_Howe, 2026-04-04T00:00:00Z, PT48H, PT1S",
    "Asia/Kolkata, 2026-01-01T00:00:00Z, PT2400H, PT15M",
    "Europe/London, 2026-09-01T00:00:00Z, PT2400H, PT15M"
  })
  void everyHistoryAddsUpToWhatEachStepOfItSays(
      String zone, Instant start, Duration length, Duration step, Random random) {
    Span span = new Span(start.toEpochMilli(), start.plus(length).toEpochMilli());
    for (int i = 0; i < 40; i++) {
      AgentHistory history = AgentHistory.of(random, span, step.toMillis());
      Map<TeamHour, Totals> expected = new SlowAgentTime(history, ZoneId.of(zone)).totals();
      assertThat(byDay(history, ZoneId.of(zone))).as("%s", history).isEqualTo(expected);
    }
  }

  private static Map<TeamHour, Totals> byDay(AgentHistory history, ZoneId zone) {
    Timeline timeline = new Timeline(history.states());
    TenantCalendar calendar = new TenantCalendar(zone);
    Map<TeamHour, Totals> sum = new HashMap<>();
    long last = Span.day(history.span().end());
    for (long day = Span.day(history.span().start()); day <= last; day++) {
      AgentTime.of(Span.ofDay(day).within(history.span()), timeline, history.legs(), calendar)
          .forEach((place, totals) -> sum.merge(place, totals, Totals::plus));
    }
    sum.values().removeIf(Totals::isZero);
    return sum;
  }
}
