package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeStateThrottleTest {

  private final LargeStateThrottle pace = new LargeStateThrottle();

  @Test
  void smallStateIsWorkedOnEveryTime() {
    pace.worked("a", 499, 1_000);

    assertThat(pace.isDue("a", 1, 1_000)).isTrue();
  }

  @Test
  void largeStateWaitsForATimeThatGrowsWithItsSize() {
    pace.worked("a", 10_000, 1_000);

    assertThat(pace.isDue("a", 1, 1_499)).isFalse();
    assertThat(pace.isDue("a", 1, 1_500)).isTrue();
  }

  @Test
  void noStateWaitsLongerThanTenSeconds() {
    pace.worked("a", 10_000_000, 1_000);

    assertThat(pace.isDue("a", 1, 11_000)).isTrue();
  }

  @Test
  void anEighthOfItComeAnewIsReasonEnough() {
    pace.worked("a", 10_000, 1_000);

    assertThat(pace.isDue("a", 1_249, 1_000)).isFalse();
    assertThat(pace.isDue("a", 1_250, 1_000)).isTrue();
  }

  @Test
  void stateThatBecameSmallIsSmall() {
    pace.worked("a", 10_000, 1_000);
    pace.worked("a", 10, 1_000);

    assertThat(pace.isDue("a", 1, 1_000)).isTrue();
  }

  /** 50 000 entries that come one by one: each is looked at a bounded number of times. */
  @Test
  void theCostOfOneMoreEntryDoesNotGrow() {
    long looked = 0;
    int size = 0;
    int waiting = 0;
    for (int i = 0; i < 50_000; i++) {
      waiting++;
      if (pace.isDue("a", waiting, 0)) {
        size += waiting;
        looked += size;
        waiting = 0;
        pace.worked("a", size, 0);
      }
    }

    assertThat(looked).isLessThan(15L * 50_000);
  }
}
