package org.contactroi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockPacerTest {

  private static final Instant START = Instant.parse("1999-01-01T00:00:00Z");

  /** Time that passes by sleeping only. */
  private static final class SleepTimer implements Pacer.Timer {

    private long nanos = Long.MAX_VALUE - 5;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public void sleep(Duration duration) {
      nanos += duration.toNanos();
    }
  }

  private final SleepTimer timer = new SleepTimer();

  private Duration slept(double speed, Instant... events) throws InterruptedException {
    long before = timer.nanos();
    ClockPacer pacer = new ClockPacer(speed, timer);
    for (Instant event : events) {
      pacer.await(event);
    }
    return Duration.ofNanos(timer.nanos() - before);
  }

  @Test
  void realTimeWaitsAsLongAsTheEventsAreApart() throws InterruptedException {
    assertThat(slept(1, START, START.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
  }

  @Test
  void speedSixtyIsAMinutePerSecond() throws InterruptedException {
    assertThat(slept(60, START, START.plusSeconds(600))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void silenceOfWeeksIsWaitedForInFull() throws InterruptedException {
    assertThat(slept(1, START, START.plus(Duration.ofDays(20)))).isEqualTo(Duration.ofDays(20));
  }

  @Test
  void eventThatIsDueIsNotWaitedFor() throws InterruptedException {
    assertThat(slept(1, START, START.minusSeconds(5), START)).isZero();
  }

  @Test
  void speedIsANumberAboveZeroOrMax() {
    assertThat(Speed.parse("max").isMax()).isTrue();
    assertThat(Speed.parse("2.5").factor()).isEqualTo(2.5);
    for (String wrong : new String[] {"0", "-1", "fast", "NaN", "Infinity", ""}) {
      assertThatThrownBy(() -> Speed.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a number above 0")
          .hasMessageContaining("or max");
    }
  }
}
