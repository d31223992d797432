package org.contactroi.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  private static final int DRAWS = 200_000;

  /** Four standard errors of a mean whose draws have deviation 1. */
  private static final double FOUR_ERRORS = 4 / Math.sqrt(DRAWS);

  private static double mean(ToDoubleFunction<RandomStream> draw) {
    RandomStream random = new Seed(20_260_105).of("mean").stream();
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += draw.applyAsDouble(random);
    }
    return sum / DRAWS;
  }

  /** The reference values of SplitMix64 for the seed 1234567. */
  @Test
  void bitsAreThoseOfSplitMix64() {
    RandomStream random = new Seed(1_234_567).stream();

    assertThat(random.bits()).isEqualTo(6_457_827_717_110_365_317L);
    assertThat(random.bits()).isEqualTo(3_203_168_211_198_807_973L);
    assertThat(Long.toUnsignedString(random.bits())).isEqualTo("9817491932198370423");
    assertThat(random.bits()).isEqualTo(4_593_380_528_125_082_431L);
  }

  @Test
  void unitsFillTheirRangeEvenly() {
    assertThat(mean(RandomStream::unit)).isCloseTo(0.5, within(FOUR_ERRORS * 0.29));
    assertThat(mean(random -> random.unit() < 0.1 ? 1 : 0))
        .isCloseTo(0.1, within(FOUR_ERRORS * 0.3));
    assertThat(mean(random -> random.below(10) == 9 ? 1 : 0))
        .isCloseTo(0.1, within(FOUR_ERRORS * 0.3));
  }

  @Test
  void normalNumbersHaveTheirMeanAndVariance() {
    assertThat(mean(RandomStream::normal)).isCloseTo(0, within(FOUR_ERRORS));
    assertThat(mean(random -> Math.pow(random.normal(), 2)))
        .isCloseTo(1, within(FOUR_ERRORS * Math.sqrt(2)));
  }

  @Test
  void exponentialNumbersHaveTheirMeanAndTail() {
    assertThat(mean(RandomStream::exponential)).isCloseTo(1, within(FOUR_ERRORS));
    assertThat(mean(random -> random.exponential() > 2 ? 1 : 0))
        .isCloseTo(Math.exp(-2), within(FOUR_ERRORS * 0.35));
  }

  @Test
  void seedsOfNamesAndNumbersDiffer() {
    Seed seed = new Seed(1);

    assertThat(seed.of("a")).isNotEqualTo(seed.of("b")).isNotEqualTo(seed.of(0));
    assertThat(seed.of("a").of("b")).isNotEqualTo(seed.of("b").of("a"));
    assertThat(seed.of(1)).isNotEqualTo(seed.of(2)).isEqualTo(new Seed(1).of(1));
    assertThat(new Seed(2).of("a")).isNotEqualTo(seed.of("a"));
  }

  /** Neighbouring numbers, names and streams must not tell anything about one another. */
  @Test
  void childrenOfNeighbouringNumbersAreIndependent() {
    Seed seed = new Seed(7);
    double products = 0;
    for (int i = 0; i < DRAWS; i++) {
      double one = seed.of(i).stream().unit() - 0.5;
      double next = seed.of(i + 1).stream().unit() - 0.5;
      products += 12 * one * next;
    }

    assertThat(products / DRAWS).isCloseTo(0, within(FOUR_ERRORS));
  }
}
