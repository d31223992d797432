package org.contactroi.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowsTest {

  private static long at(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Test
  void aDayOnWhichTheClockIsSetBackHas25Hours() {
    Windows berlin = new Windows(ZoneId.of("Europe/Berlin"));
    long last = at("2026-10-25T22:30:00Z");

    assertThat(berlin.day(last)).isEqualTo(at("2026-10-24T22:00:00Z"));
    assertThat(berlin.hour(last)).isEqualTo(at("2026-10-25T22:00:00Z"));
    assertThat(berlin.hourEnd(last)).isEqualTo(at("2026-10-25T23:00:00Z"));
  }

  @Test
  void theLastHourOfADayMayBeShorter() {
    Windows lordHowe = new Windows(ZoneId.of("Australia/Lord_Howe"));
    long last = at("2026-10-04T12:45:00Z");

    assertThat(lordHowe.hourEnd(last) - lordHowe.hour(last)).isEqualTo(1_800_000);
  }
}
