package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.contactroi.kpi.family.Containment;
import org.contactroi.kpi.family.Cost;
import org.contactroi.kpi.family.HandleTime;
import org.contactroi.kpi.family.Volume;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Totals, distributions and breakdowns are commutative groups, and equal sums have equal content.
 */
@ExtendWith(RandomNumbers.class)
class GroupLawsTest {

  private final RandomTotals random;

  GroupLawsTest(Random random) {
    this.random = new RandomTotals(random);
  }

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

  @RepeatedTest(50)
  void breakdownsAddInAnyOrderAndGrouping() {
    Shape shape = random.breakdownShape();
    Breakdown a = random.breakdown(shape);
    Breakdown b = random.breakdown(shape);
    Breakdown c = random.breakdown(shape);

    assertThat(a.plus(b)).isEqualTo(b.plus(a)).hasSameHashCodeAs(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    for (Quantity quantity : shape.quantities()) {
      assertThat(a.plus(b).total(quantity)).isEqualTo(a.total(quantity) + b.total(quantity));
    }
  }

  @RepeatedTest(50)
  void whatIsAddedToABreakdownCanBeTakenBackAndLeavesNoZeroBehind() {
    Shape shape = random.breakdownShape();
    Breakdown a = random.breakdown(shape);
    Breakdown b = random.breakdown(shape);

    assertThat(a.plus(Breakdown.EMPTY)).isEqualTo(a);
    assertThat(a.plus(a.negated())).isEqualTo(Breakdown.EMPTY);
    assertThat(a.plus(b).plus(b.negated())).isEqualTo(a);
    assertThat(Breakdown.of(a.plus(b).lines())).isEqualTo(a.plus(b));
  }

  @Test
  void linesOfABreakdownStandInTheOrderOfTheirUtf8Bytes() {
    Breakdown sum =
        Breakdown.of(List.of("CONTACT", "\ud83d\ude00", "CHAT"), 1)
            .plus(Breakdown.of(List.of("CONTACT", "\ufb01", "VOICE"), 2))
            .plus(Breakdown.of(List.of("AGENT", "z", "VOICE"), 3));

    assertThat(sum.lines()).extracting(line -> line.quantity(0)).containsExactly(3L, 2L, 1L);
  }

  @Test
  void linesOutOfOrderAndLinesOfZerosAreRefused() {
    Breakdown.Line a = new Breakdown.Line(List.of("a", "a"), 1);
    Breakdown.Line b = new Breakdown.Line(List.of("a", "b"), 1);

    assertThat(Breakdown.of(List.of(a, b)).lines()).containsExactly(a, b);
    assertThatThrownBy(() -> Breakdown.of(List.of(b, a)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[a, a]=[1]");
    assertThatThrownBy(() -> Breakdown.of(List.of(a, a)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Breakdown.of(List.of(new Breakdown.Line(List.of("a"), 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Breakdown.of(List.of("a"), 0, 0)).isEqualTo(Breakdown.EMPTY);
  }

  @Test
  void aLineOfAnotherShapeIsRefused() {
    Breakdown sale = Breakdown.of(List.of("EUR", "NEW", "AI"), 1, 2_000_000, 500_000);

    assertThatThrownBy(() -> Totals.builder(Cost.FAMILY).add(Cost.USAGE, sale))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is no breakdown by resource, key, channel");
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
    assertThatThrownBy(() -> Totals.zero(Volume.FAMILY).plus(Totals.zero(Containment.FAMILY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("totals of volume and containment do not add");
  }

  @Test
  void aMeasureOfAnotherFamilyIsRefused() {
    assertThatThrownBy(() -> Totals.zero(Volume.FAMILY).get(HandleTime.TALK_MS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("talk_ms is no measure of volume");
  }

  @Test
  void anOverflowIsAnErrorAndNeverASmallNumber() {
    Totals most = Totals.builder(Volume.FAMILY).add(Volume.INBOUND, Long.MAX_VALUE).build();

    assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
  }
}
