package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockHoldsTest {

  private final ClockHolds holds = new ClockHolds();

  @Test
  void aClockGoesNoFurtherThanWhenTheDataThatWaitsWasNoted() {
    holds.worked(Set.of(), List.of(clock(100)));
    holds.worked(Set.of("shop/a"), List.of(clock(200)));
    holds.worked(Set.of("shop/a"), List.of(clock(300)));

    assertThat(holds.limit(clock(300))).isEqualTo(clock(100));
    assertThat(holds.isHeld("shop")).isTrue();
  }

  @Test
  void aClockIsFreeOnceTheDataHasPassed() {
    holds.worked(Set.of("shop/a"), List.of(clock(200)));
    holds.worked(Set.of(), List.of(clock(300)));

    assertThat(holds.limit(clock(300))).isEqualTo(clock(300));
    assertThat(holds.isHeld("shop")).isFalse();
  }

  @Test
  void aTenantWhoseFirstDataWaitsHasNoTimeYet() {
    holds.worked(Set.of("shop/a"), List.of(clock(200)));

    assertThat(holds.limit(clock(200))).isNull();
  }

  @Test
  void keysThatWaitInTurnLetTheClockGoOn() {
    holds.worked(Set.of(), List.of(clock(100)));
    holds.worked(Set.of("shop/a"), List.of(clock(200)));
    holds.worked(Set.of("shop/a", "shop/b"), List.of(clock(300)));
    holds.worked(Set.of("shop/b"), List.of(clock(400)));

    assertThat(holds.limit(clock(400))).isEqualTo(clock(200));
  }

  @Test
  void anIdlePartitionIsHeldLikeAnyOther() {
    holds.worked(Set.of(), List.of(clock(100)));
    holds.worked(Set.of("shop/a"), List.of(clock(200)));

    assertThat(holds.limit(new Clock("shop", 0, Clock.IDLE, 200))).isEqualTo(clock(100));
  }

  @Test
  void otherTenantsAreNotHeld() {
    holds.worked(Set.of("bank/a"), List.of());

    assertThat(holds.limit(clock(300))).isEqualTo(clock(300));
  }

  private static Clock clock(long time) {
    return new Clock("shop", 0, time, time);
  }
}
