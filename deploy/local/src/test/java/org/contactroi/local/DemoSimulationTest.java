package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import org.contactroi.local.DemoSimulation.Wanted;
import org.contactroi.simulator.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSimulationTest {

  private static final Speed FAST = new Speed(60.0);
  private static final Wanted USUAL = new Wanted(null, null, true);

  /** A Monday. */
  private static final Instant NOW = Instant.parse("2026-11-30T13:00:00Z");

  @TempDir Path folder = Path.of("");

  @Test
  void aFastOneIsLiveFromAnOpeningOnAWorkingDayAMonthAgo() {
    // The 31st of October is a Saturday.
    assertThat(DemoSimulation.begin(USUAL, FAST, NOW).live()).isEqualTo("2026-10-30T09:00:00Z");
  }

  @Test
  void oneAsFastAsTimeIsLiveNow() {
    DemoSimulation begun = DemoSimulation.begin(USUAL, new Speed(1.0), NOW);

    assertThat(begun.live()).isEqualTo(NOW);
  }

  @Test
  void historyIsHalfAYearOfTheSmallShop() {
    DemoSimulation begun = DemoSimulation.begin(USUAL, FAST, NOW);

    assertThat(begun.scenario()).isEqualTo("small-shop");
    assertThat(begun.daysOfHistory(begun.scenarioFound().zone())).isEqualTo(182);
    assertThat(begun.from()).isEqualTo(begun.dayZero()).isEqualTo("2026-04-30T22:00:00Z");
  }

  @Test
  void withoutHistoryItBeginsWhereItIsLiveOnTheSameDayOfTheScenario() {
    DemoSimulation begun = DemoSimulation.begin(new Wanted(null, null, false), FAST, NOW);

    assertThat(begun.from()).isEqualTo(begun.live());
    assertThat(begun.dayZero()).isEqualTo(DemoSimulation.begin(USUAL, FAST, NOW).dayZero());
  }

  @Test
  void aFolderKeepsTheOneThatBeganInIt() {
    DemoSimulation begun = DemoSimulation.of(folder, new Wanted("small-shop", 7L, true), FAST, NOW);

    assertThat(DemoSimulation.isIn(folder)).isTrue();
    assertThat(DemoSimulation.of(folder, USUAL, FAST, NOW.plusSeconds(86_400))).isEqualTo(begun);
  }

  @Test
  void anotherOneOverTheSameFolderIsRefusedWithWhatToDo() {
    DemoSimulation.of(folder, USUAL, FAST, NOW);

    assertThatThrownBy(() -> DemoSimulation.of(folder, new Wanted(null, 2L, true), FAST, NOW))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            folder
                + " goes on with scenario small-shop and seed 1; leave --scenario and --seed out,"
                + " or choose another folder with --data");
  }

  @Test
  void anUnknownScenarioIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> DemoSimulation.begin(new Wanted("no-such", null, true), FAST, NOW))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("retail-ai-rollout, bank-voice, wechat-commerce, small-shop");
  }
}
