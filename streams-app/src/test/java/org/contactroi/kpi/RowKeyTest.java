package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RandomNumbers.class)
class RowKeyTest {

  private static final Slice QUEUE = new Slice("channel+queue", List.of("VOICE", "a/b"));

  private static RowKey row(WindowSize window, String start) {
    return new RowKey("ac/me", QUEUE, window, Instant.parse(start).toEpochMilli());
  }

  @Test
  void aKeyReadsAsItsGrammarSays() {
    RowKey key = row(WindowSize.DAY, "2026-01-05T00:00:00Z");

    assertThat(key.text())
        .isEqualTo("ac%2Fme/channel+queue/VOICE+a%2Fb/day/2026-01-05T00:00:00Z")
        .startsWith(RowKey.prefix("ac/me", QUEUE, WindowSize.DAY));
  }

  @RepeatedTest(100)
  void keysComeBackAsTheyWere(Random numbers) {
    RandomTotals random = new RandomTotals(numbers);
    Slice slice = new Slice("channel+queue", List.of(random.text(), random.text()));
    RowKey key = new RowKey(random.text(), slice, WindowSize.QUARTER, 900_000);

    assertThat(RowKey.of(key.text())).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "MINUTE, 2026-01-05T10:00:00Z, QUARTER, 2026-01-05T10:00:00Z",
    "MINUTE, 2026-01-05T10:14:00Z, QUARTER, 2026-01-05T10:00:00Z",
    "MINUTE, 2026-01-05T10:15:00Z, QUARTER, 2026-01-05T10:15:00Z",
    "HOUR, 2026-01-05T10:30:00Z, HOUR, 2026-01-05T10:30:00Z",
    "DAY, 2026-01-04T23:00:00Z, DAY, 2026-01-04T23:00:00Z"
  })
  void minutesAreInTheRowOfTheirQuarterAndAllElseInItsOwn(
      WindowSize window, String start, WindowSize rowWindow, String rowStart) {
    TotalsKey key = row(window, start).of(Volume.FAMILY);

    assertThat(RowKey.holding(key)).isEqualTo(row(rowWindow, rowStart));
    assertThat(key.row()).isEqualTo(row(window, start));
  }

  @ParameterizedTest
  @CsvSource({
    "acme/all/all/day, tenant/slice/value/window/start",
    "acme/volume/all/all/day/2026-01-05T00:00:00Z, tenant/slice/value/window/start",
    "acme/all/all/day/monday, has no start instant",
    "acme/tier/x/day/2026-01-05T00:00:00Z, tier",
    "acme/all/all/week/2026-01-05T00:00:00Z, week"
  })
  void whatIsNoKeyIsRefusedByItsText(String text, String why) {
    assertThatThrownBy(() -> RowKey.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
