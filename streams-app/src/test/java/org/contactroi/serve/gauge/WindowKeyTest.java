package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
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
        "1999-12-31T23:59:00Z",
        "2024-02-29T12:34:00Z",
        "2099-12-31T23:59:00Z"
      })
  void keysOfMinutesAreReadAsTheyAreWritten(String start) {
    TotalsKey written = key("a/ü", WindowSize.MINUTE, start);

    assertThat(WindowKey.isMinute(bytes(written.text()))).isTrue();
    WindowKey read = WindowKey.minute(bytes(written.text()));
    assertThat(read.start()).isEqualTo(written.start());
    assertThat(Families.key(read.seriesPrefix() + start)).isEqualTo(written);
  }

  @Test
  void keysOfHoursAndDaysAreNoneOfMinutes() {
    String start = "1999-01-01T00:00:00Z";

    assertThat(WindowKey.isMinute(bytes(key("minute", WindowSize.HOUR, start).text()))).isFalse();
    assertThat(WindowKey.isMinute(bytes(key("minute", WindowSize.DAY, start).text()))).isFalse();
    assertThat(WindowKey.isMinute(bytes(""))).isFalse();
    assertThat(WindowKey.isMinute(bytes("/minute/"))).isFalse();
  }

  @Test
  void startThatIsNoTimeIsRefused() {
    assertThatThrownBy(() -> WindowKey.minute(bytes("a/minute/1999-02-30T00:00:00Z")))
        .isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> WindowKey.minute(bytes("a/minute/1999-02-3xT00:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TotalsKey key(String queue, WindowSize window, String start) {
    return new TotalsKey(
        "acme",
        Volume.FAMILY,
        new Slice("queue", List.of(queue)),
        window,
        Instant.parse(start).toEpochMilli());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
