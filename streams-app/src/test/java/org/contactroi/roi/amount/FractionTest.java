package org.contactroi.roi.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomNumbers.class)
class FractionTest {

  @Test
  void isSeenInLowestTermsWithAPositiveDenominator() {
    Fraction fraction = Fraction.of(6, -4);

    assertThat(fraction).hasToString("-3/2").isEqualTo(Fraction.of(-3, 2));
    assertThat(fraction).hasSameHashCodeAs(Fraction.of(-3, 2));
    assertThat(fraction.numerator()).isEqualTo(-3);
    assertThat(fraction.denominator()).isEqualTo(2);
    assertThat(Fraction.of(0, -7)).hasToString("0").isEqualTo(Fraction.ZERO);
  }

  @Test
  void roundsHalfToTheEvenNeighbour() {
    assertThat(Fraction.of(10, 4).rounded()).isEqualTo(2);
    assertThat(Fraction.of(14, 4).rounded()).isEqualTo(4);
    assertThat(Fraction.of(-10, 4).rounded()).isEqualTo(-2);
    assertThat(Fraction.of(11, 4).rounded()).isEqualTo(3);
  }

  @Test
  void nothingIsDividedByZero() {
    assertThatThrownBy(() -> Fraction.of(5, 0)).hasMessage("5 divided by 0");
  }

  @RepeatedTest(50)
  void manyTermsAreAsExactAsFew(Random random) {
    Fraction sum = Fraction.ZERO;
    Fraction back = Fraction.ZERO;
    Fraction product = Fraction.of(1);
    for (int i = 0; i < 40; i++) {
      Fraction term = Fraction.of(random.nextInt(), 1 + random.nextInt(1_000_000_000));
      Fraction factor = Fraction.of(1 + random.nextInt(1_000), 1 + random.nextInt(1_000));
      sum = sum.plus(term);
      back = back.minus(term);
      product = product.times(factor);
      BigInteger over = factor.numerator();
      assertThat(product.times(new Fraction(factor.denominator(), over)).times(factor))
          .isEqualTo(product);
    }
    assertThat(sum.plus(back)).isEqualTo(Fraction.ZERO);
  }
}
