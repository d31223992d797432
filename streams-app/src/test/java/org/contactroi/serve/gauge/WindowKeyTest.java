package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.contactroi.kpi.RowKey;
import org.contactroi.kpi.Slice;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1990-01-01T00:00:00Z",
        "1999-12-31T23:45:00Z",
        "2024-02-29T12:30:00Z",
        "2099-12-31T23:45:00Z"
      })
  void keysOfQuartersAreToldByTheirBytes(String start) {
    assertThat(isQuarter(row("a/ü", WindowSize.QUARTER, start).text())).isTrue();
  }

  @Test
  void keysOfHoursAndDaysAreNoneOfQuarters() {
    String start = "1999-01-01T00:00:00Z";

    assertThat(isQuarter(row("quarter", WindowSize.HOUR, start).text())).isFalse();
    assertThat(isQuarter(row("quarter", WindowSize.DAY, start).text())).isFalse();
    assertThat(isQuarter("")).isFalse();
    assertThat(isQuarter("/quarter/")).isFalse();
  }

  @Test
  void aKeyIsItsSeriesAndItsStart() {
    TotalsKey key = row("a/ü", WindowSize.MINUTE, "1999-01-01T00:07:00Z").of(Volume.FAMILY);

    WindowKey split = WindowKey.of(key);

    assertThat(Families.key(split.seriesPrefix() + Instant.ofEpochMilli(split.start())))
        .isEqualTo(key);
  }

  private static RowKey row(String queue, WindowSize window, String start) {
    return new RowKey(
        "acme", new Slice("queue", List.of(queue)), window, Instant.parse(start).toEpochMilli());
  }

  private static boolean isQuarter(String key) {
    return WindowKey.isQuarter(key.getBytes(StandardCharsets.UTF_8));
  }
}
