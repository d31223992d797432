package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Totals and distributions are commutative groups, and equal sums have equal content. */
class GroupLawsTest {

  private final RandomTotals random = new RandomTotals();

  @RepeatedTest(50)
  void totalsAddInAnyOrderAndGrouping() {
    Family family = random.family();
    Totals a = random.totals(family);
    Totals b = random.totals(family);
    Totals c = random.totals(family);

    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
  }

  @RepeatedTest(50)
  void whatIsAddedToTotalsCanBeTakenBack() {
    Family family = random.family();
    Totals a = random.totals(family);
    Totals b = random.totals(family);

    assertThat(a.plus(Totals.zero(family))).isEqualTo(a);
    assertThat(a.plus(a.negated())).isEqualTo(Totals.zero(family));
    assertThat(a.plus(b).minus(b)).isEqualTo(a);
    assertThat(a.minus(a).isZero()).isTrue();
  }

  @RepeatedTest(50)
  void distributionsAddInAnyOrderAndGrouping() {
    Distribution a = random.distribution();
    Distribution b = random.distribution();
    Distribution c = random.distribution();

    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(b).total()).isEqualTo(a.total() + b.total());
  }

  @RepeatedTest(50)
  void whatIsAddedToADistributionCanBeTakenBackAndLeavesNoZeroBehind() {
    Distribution a = random.distribution();
    Distribution b = random.distribution();

    assertThat(a.plus(Distribution.EMPTY)).isEqualTo(a);
    assertThat(a.plus(a.negated())).isEqualTo(Distribution.EMPTY);
    assertThat(a.plus(b).plus(b.negated())).isEqualTo(a);
    Distribution sum = a.plus(b);
    for (int i = 0; i < sum.size(); i++) {
      assertThat(sum.count(i)).isNotZero();
      assertThat(i == 0 || sum.key(i - 1) < sum.key(i)).isTrue();
    }
  }

  @Test
  void keysThatDoNotAscendAndCountsOfZeroAreRefused() {
    assertThatThrownBy(() -> Distribution.of(new long[] {2, 2}, new long[] {1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("key 2 with count 1");
    assertThatThrownBy(() -> Distribution.of(new long[] {2}, new long[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Distribution.of(7, 0)).isEqualTo(Distribution.EMPTY);
  }

  @Test
  void totalsOfTwoFamiliesDoNotAdd() {
    assertThatThrownBy(() -> Totals.zero(Family.VOLUME).plus(Totals.zero(Family.CONTAINMENT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("totals of volume and containment do not add");
  }

  @Test
  void aMeasureOfAnotherFamilyIsRefused() {
    assertThatThrownBy(() -> Totals.zero(Family.VOLUME).get(HandleTime.TALK_MS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("talk_ms is no measure of volume");
  }

  @Test
  void anOverflowIsAnErrorAndNeverASmallNumber() {
    Totals most = Totals.builder(Family.VOLUME).add(Volume.INBOUND, Long.MAX_VALUE).build();

    assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
  }
}
