package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static final long NOW = 1_000_000;

  private final CommitPace pace =
      new CommitPace(Duration.ofMillis(100), Duration.ofSeconds(3), 1_000);

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
    CommitPace slow = new CommitPace(Duration.ofSeconds(5), Duration.ofSeconds(3), 1);

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
  void aBatchGrowsAsFarAsItIsWorkedOnInTimeAndNoFurtherThanAllowed() {
    CommitPace large = new CommitPace(Duration.ofMillis(1), Duration.ofMillis(1), 100_000);
    long second = 1_000_000_000;

    assertThat(pace.firstBatch()).isEqualTo(1_000);
    assertThat(large.firstBatch()).isEqualTo(1_000);
    assertThat(large.nextBatch(10_000, 10_000, second / 10)).isEqualTo(20_000);
    assertThat(large.nextBatch(10, 10, 0)).isEqualTo(20);
    assertThat(large.nextBatch(80_000, 80_000, second)).isEqualTo(100_000);
    assertThat(large.nextBatch(100_000, 50_000, 4 * second)).isEqualTo(25_000);
  }

  @Test
  void aFewEntriesThatAreMuchWorkMakeTheBatchSmall() {
    CommitPace large = new CommitPace(Duration.ofMillis(1), Duration.ofMillis(1), 100_000);
    long second = 1_000_000_000;

    assertThat(large.nextBatch(10_000, 200, second)).isEqualTo(400);
    assertThat(large.nextBatch(10_000, 200, second / 100)).isEqualTo(10_000);
  }

  @Test
  void anIntervalIsPositive() {
    assertThatThrownBy(() -> new CommitPace(Duration.ZERO, Duration.ofSeconds(1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }
}
