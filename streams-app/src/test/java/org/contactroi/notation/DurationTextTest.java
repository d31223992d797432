package org.contactroi.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
