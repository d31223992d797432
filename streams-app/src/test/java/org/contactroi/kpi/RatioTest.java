package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void nothingToDivideByIsUndefinedAndNeverZero() {
    assertThat(new Ratio(0, 0).isDefined()).isFalse();
    assertThat(new Ratio(0, 7).isDefined()).isTrue();
  }

  @Test
  void aProductIsInLowestTerms() {
    assertThat(new Ratio(6, 8).times(new Ratio(4, 9))).isEqualTo(new Ratio(1, 3));
    assertThat(new Ratio(1, 2).times(new Ratio(2, 3))).isEqualTo(new Ratio(1, 3));
  }

  @Test
  void aProductWithSomethingUndefinedIsUndefined() {
    assertThat(new Ratio(1, 2).times(Ratio.UNDEFINED).isDefined()).isFalse();
    assertThat(Ratio.UNDEFINED.times(new Ratio(1, 2)).isDefined()).isFalse();
  }

  @Test
  void aNumeratorMayBeNegative() {
    assertThat(new Ratio(-6, 8).times(new Ratio(4, 9))).isEqualTo(new Ratio(-1, 3));
    assertThat(new Ratio(-6, 8).times(new Ratio(-4, 9))).isEqualTo(new Ratio(1, 3));
  }

  @Test
  void aProductWithZeroIsZero() {
    assertThat(new Ratio(0, 5).times(new Ratio(3, 4))).isEqualTo(new Ratio(0, 1));
  }
}
