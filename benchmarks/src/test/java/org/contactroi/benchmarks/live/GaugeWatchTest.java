package org.contactroi.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GaugeWatchTest {

  @Test
  void readsTheProbesOfAnHour() {
    Stream<String> lines =
        Stream.of(
            "# TYPE contact_roi_handled_legs gauge",
            gauge("demo", "all", "1h", "900.0"),
            gauge("bench-probe", "queue", "1h", "7.0"),
            gauge("bench-probe", "all", "15m", "3.0"),
            gauge("bench-probe", "all", "1h", "12.0"));

    assertThat(GaugeWatch.count(lines)).hasValue(12);
  }

  @Test
  void knowsNothingBeforeTheFirst() {
    assertThat(GaugeWatch.count(Stream.of(gauge("demo", "all", "1h", "1.0")))).isEmpty();
  }

  private static String gauge(String tenant, String slice, String window, String value) {
    return "contact_roi_handled_legs{slice=\"%s\",tenant=\"%s\",value=\"all\",window=\"%s\"} %s"
        .formatted(slice, tenant, window, value);
  }
}
