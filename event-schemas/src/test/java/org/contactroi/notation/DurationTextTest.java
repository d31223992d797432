package org.contactroi.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0d",
    "PT0.25S, 250ms",
    "PT20S, 20s",
    "PT90S, 90s",
    "PT90M, 90m",
    "PT36H, 36h",
    "PT24H, 1d",
    "P14D, 14d",
    "PT0.0001S, PT0.0001S"
  })
  void aDurationIsWrittenInTheLongestUnitItIsAMultipleOfAndReadBack(
      Duration duration, String text) {
    assertThat(DurationText.of(duration)).isEqualTo(text);
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({"8h30m, PT8H30M", "1d12h, P1DT12H", "1m5s250ms, PT1M5.25S", "PT8H30M, PT8H30M"})
  void severalUnitsAreAddedUpTheLongestFirst(String text, Duration duration) {
    assertThat(DurationText.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "30m8h", "5 s", "-5s", "1h1h", "1.5h"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'%s' is no duration", text);
  }
}
