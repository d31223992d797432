package org.contactroi.simulator.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTimeTest {

  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final List<Span> OFFICE = List.of(new Span(8 * 60, 18 * 60));

  private static OpenTime office(String zone) {
    return new OpenTime(
        ZoneId.of(zone),
        date -> date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? OFFICE : List.of());
  }

  private static OpenTime always(String zone) {
    return new OpenTime(ZoneId.of(zone), date -> List.of(new Span(0, 1_440)));
  }

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void fromFridayEveningToMondayMorningIsTenMinutes() {
    long open = office("UTC").between(at("2026-03-06T17:55:00Z"), at("2026-03-09T08:05:00Z"));

    assertThat(open).isEqualTo(10 * MINUTE);
  }

  @Test
  void nightsThatTheClockIsSetHaveAnHourMoreOrLess() {
    OpenTime night = new OpenTime(ZoneId.of("Europe/Berlin"), date -> List.of(new Span(60, 240)));

    assertThat(night.between(at("2026-03-28T23:00:00Z"), at("2026-03-29T22:00:00Z")))
        .isEqualTo(2 * HOUR);
    assertThat(night.between(at("2026-10-24T22:00:00Z"), at("2026-10-25T23:00:00Z")))
        .isEqualTo(4 * HOUR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Europe/Berlin", "Australia/Lord_Howe", "America/Havana", "Asia/Kolkata"})
  void cutsAnywhereAddUp(String zone) {
    long from = at("2025-10-01T00:07:00Z");
    long to = at("2026-04-10T00:00:00Z");
    OpenTime office = office(zone);

    long whole = office.between(from, to);
    for (long cut = from; cut < to; cut += 25 * HOUR + 13 * MINUTE) {
      assertThat(office.between(from, cut) + office.between(cut, to)).isEqualTo(whole);
    }
    assertThat(always(zone).between(from, to)).isEqualTo(to - from);
  }
}
