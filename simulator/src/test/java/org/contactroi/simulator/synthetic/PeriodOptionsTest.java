package org.contactroi.simulator.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.contactroi.simulator.Speed;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PeriodOptionsTest {

  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
  private static final Scenario SCENARIO = Scenarios.of(Scenarios.DEFAULT);
  private static final PeriodOptions.Manner LIVE = new PeriodOptions.Manner(new Speed(1.0), false);
  private static final PeriodOptions.Manner FAST = new PeriodOptions.Manner(new Speed(null), false);
  private static final PeriodOptions.Manner FILE = new PeriodOptions.Manner(new Speed(null), true);

  @CommandLine.Command(name = "period")
  private static final class Host {
    @CommandLine.Mixin PeriodOptions options = new PeriodOptions();
  }

  private static Run run(PeriodOptions.Manner manner, String... options) {
    Host host = CommandLine.populateCommand(new Host(), options);
    return host.options.run(SCENARIO, manner, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void aLiveRunBeginsNowOnADayThatHasSomethingToShow() {
    Run run = run(LIVE);

    assertThat(run.from()).isEqualTo(NOW);
    assertThat(run.dayZero()).isEqualTo(NOW.minus(Duration.ofDays(30)));
    assertThat(run.end()).isEqualTo(Run.End.NEVER);
  }

  @Test
  void aFileHoldsTheScenariosOwnPeriod() {
    Run run = run(FILE);

    assertThat(run.from()).isEqualTo(Instant.parse("2026-01-04T23:00:00Z"));
    assertThat(run.dayZero()).isEqualTo(run.from());
    assertThat(run.end().to()).isEqualTo(run.from().plus(Duration.ofDays(60)));
  }

  @Test
  void datesAreDaysOfTheScenariosZone() {
    Run run = run(FAST, "--from=2026-03-29", "--to=2026-03-30");

    assertThat(run.from()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(run.end().to()).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
  }

  @Test
  void aDurationAtAnotherSpeedThanRealTimeEndsNow() {
    Run run = run(FAST, "--duration=8h");

    assertThat(run.from()).isEqualTo(NOW.minus(Duration.ofHours(8)));
    assertThat(run.end().to()).isEqualTo(NOW);
    assertThat(run(LIVE, "--duration=8h").from()).isEqualTo(NOW);
  }

  @Test
  void aNumberOfEventsEndsARun() {
    assertThat(run(FAST, "--events=5").end()).isEqualTo(new Run.End(null, 5L));
  }

  @Test
  void dayZeroCanBeMoved() {
    assertThat(run(FAST, "--from=2026-03-29", "--day-zero=2026-01-01T00:00:00Z").dayZero())
        .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Test
  void oneEndIsEnough() {
    assertThatThrownBy(() -> run(FAST, "--to=2026-03-30", "--events=5"))
        .hasMessage("--to, --duration and --events: only one is allowed");
  }

  @Test
  void sizesAreMultiplesOrContactsInATime() {
    assertThat(Quantities.size("2", 4_000)).isEqualTo(2);
    assertThat(Quantities.size("0.5", 4_000)).isEqualTo(0.5);
    assertThat(Quantities.size("500/h", 4_000)).isEqualTo(3);
    assertThat(Quantities.size("1/s", 86_400)).isEqualTo(1);
  }
}
