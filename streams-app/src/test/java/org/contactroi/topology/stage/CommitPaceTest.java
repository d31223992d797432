package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static final long NOW = 1_000_000;

  private final CommitPace pace = pace(Duration.ofMillis(100), Duration.ofSeconds(3));

  @Test
  void whatWaitsIsDueAfterTheCommitInterval() {
    pace.read(NOW - 4_999, NOW);

    assertThat(pace.isDue(NOW, NOW + 99)).isFalse();
    assertThat(pace.isDue(NOW, NOW + 100)).isTrue();
    assertThat(pace.every()).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void inABacklogItWaitsLongerAsLongAsOldRecordsAreRead() {
    for (long now = NOW; now < NOW + 3_000; now += 100) {
      pace.read(now - 5_000, now);
      assertThat(pace.isDue(NOW, now + 99)).isFalse();
    }

    pace.read(NOW + 2_950 - 5_000, NOW + 2_950);

    assertThat(pace.isDue(NOW, NOW + 2_999)).isFalse();
    assertThat(pace.isDue(NOW, NOW + 3_000)).isTrue();
  }

  @Test
  void theEndOfABacklogIsNotedAfterTwoIntervals() {
    pace.read(NOW - 5_000, NOW);
    assertThat(pace.isDue(NOW, NOW + 199)).isFalse();

    pace.read(NOW + 150, NOW + 150);

    assertThat(pace.isDue(NOW, NOW + 200)).isTrue();
  }

  @Test
  void aBacklogDoesNotHurryWhatIsSlowAnyway() {
    CommitPace slow = pace(Duration.ofSeconds(5), Duration.ofSeconds(3));

    slow.read(NOW - 60_000, NOW);

    assertThat(slow.isDue(NOW, NOW + 4_999)).isFalse();
    assertThat(slow.isDue(NOW, NOW + 5_000)).isTrue();
  }

  @Test
  void onlyTheDriverOfTestsWorksByTheClock() {
    assertThat(pace.isByClock()).isFalse();
    assertThat(CommitPace.byClock(Duration.ofMillis(1), 1).isByClock()).isTrue();
  }

  @Test
  void anIntervalIsPositive() {
    assertThatThrownBy(() -> pace(Duration.ZERO, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }

  private static CommitPace pace(Duration live, Duration backlog) {
    return new CommitPace(live, backlog, 1_000, Duration.ofSeconds(30));
  }
}
