package org.contactroi.simulator.center;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  /** Two lists of a hundred thousand lines are compared sorted: pairing them takes minutes. */
  private static List<String> sorted(Lines lines) {
    return lines.all().stream().sorted().toList();
  }

  @Test
  void eventsWithoutFaultsSayWhatTheLedgerIsTold() {
    ToldLines told = new ToldLines();
    SeenLines seen = new SeenLines();

    Shop.happen(Shop.withAi(1), told, seen::see);

    assertThat(told.lines().all()).hasSizeGreaterThan(20_000);
    assertThat(sorted(seen.lines())).isEqualTo(sorted(told.lines()));
  }
}
