package org.contactroi.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DistributionTest {

  private static final int DRAWS = 100_001;

  private static double[] drawn(Distribution distribution) {
    RandomStream random = new Seed(3).of("draws").stream();
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> distribution.draw(random));
    Arrays.sort(draws);
    return draws;
  }

  private static double median(Distribution distribution) {
    return drawn(distribution)[DRAWS / 2];
  }

  @Test
  void halfOfTheDrawsAreBelowTheMedian() {
    assertThat(median(Distribution.lognormal(180, 0.6))).isCloseTo(180, within(2.0));
    assertThat(median(Distribution.exponential(100))).isCloseTo(69.3, within(1.5));
    assertThat(median(Distribution.uniform(2, 6))).isCloseTo(4, within(0.05));
    assertThat(median(Distribution.constant(5))).isEqualTo(5);
  }

  @Test
  void uniformDrawsStayInTheirRange() {
    double[] draws = drawn(Distribution.uniform(2, 6));

    assertThat(draws[0]).isGreaterThanOrEqualTo(2);
    assertThat(draws[DRAWS - 1]).isLessThan(6);
  }

  @Test
  void wholeDrawsAreRounded() {
    RandomStream random = new Seed(3).stream();

    assertThat(Distribution.constant(2.5).drawWhole(random)).isEqualTo(3);
    assertThat(Distribution.constant(2.49).drawWhole(random)).isEqualTo(2);
  }

  @Test
  void parametersBelowZeroAreRefusedByName() {
    assertThatThrownBy(() -> Distribution.exponential(-1))
        .hasMessage("mean -1.0 is not a number of at least 0");
    assertThatThrownBy(() -> Distribution.lognormal(1, Double.NaN))
        .hasMessage("spread NaN is not a number of at least 0");
    assertThatThrownBy(() -> Distribution.uniform(3, 2)).hasMessage("to 2.0 is below from 3.0");
  }

  @Test
  void aMixGivesItsValuesByTheirWeights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    weights.put("never", 0.0);
    weights.put("rare", 1.0);
    weights.put("often", 3.0);
    Mix<String> mix = Mix.of(weights);
    RandomStream random = new Seed(4).stream();

    int often = 0;
    for (int i = 0; i < DRAWS; i++) {
      String value = mix.pick(random);
      assertThat(value).isNotEqualTo("never");
      often += value.equals("often") ? 1 : 0;
    }

    assertThat((double) often / DRAWS).isCloseTo(0.75, within(0.006));
  }

  @Test
  void aMixNeedsAWeightAboveZero() {
    assertThatThrownBy(() -> Mix.of(Map.of("a", 0.0)))
        .hasMessage("the weights of [a] have no sum above 0");
    assertThatThrownBy(() -> Mix.of(Map.of("a", -1.0)))
        .hasMessage("weight -1.0 of a is not at least 0");
  }
}
