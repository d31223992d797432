package org.contactroi.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RandomNumbers.class)
class HistogramTest {

  private static final double LARGEST_ERROR = 0.008;

  private final RandomTotals random;

  HistogramTest(Random random) {
    this.random = new RandomTotals(random);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "63, 63, 63",
    "64, 64, 64",
    "127, 127, 127",
    "128, 128, 129",
    "129, 128, 129",
    "255, 254, 255",
    "256, 256, 258",
    "259, 256, 258",
    "260, 260, 262",
    "1099511627776, 1099511627776, 1108101562368",
    "1116691496959, 1099511627776, 1108101562368",
    "1116691496960, 1116691496960, 1125281431552"
  })
  void bucketsAreTheNormativeOnes(long value, long bucket, long midpoint) {
    assertThat(Histogram.bucket(value)).isEqualTo(bucket);
    assertThat(Histogram.midpoint(bucket)).isEqualTo(midpoint);
  }

  @RepeatedTest(20)
  void theMidpointIsWithinEightPerMilleOfEveryValue() {
    long bound = 1L << (7 + random.upTo(50));
    for (long value : random.values(1_000, bound)) {
      long midpoint = Histogram.midpoint(Histogram.bucket(value));

      assertThat(Math.abs(midpoint - value)).isLessThanOrEqualTo((long) (LARGEST_ERROR * value));
    }
  }

  @RepeatedTest(50)
  void aPercentileIsTheBucketOfTheNamedSmallestValue() {
    long[] values = random.values(1 + random.upTo(300), 1L << random.upTo(30));
    int percent = random.percent();

    Ratio percentile = Histogram.percentile(histogram(values), percent);

    Arrays.sort(values);
    int rank = (values.length * percent + 99) / 100;
    long expected = Histogram.midpoint(Histogram.bucket(values[rank - 1]));
    assertThat(percentile).isEqualTo(new Ratio(expected, 1));
  }

  @Test
  void nothingHasNoPercentile() {
    assertThat(Histogram.percentile(Distribution.EMPTY, 50)).isEqualTo(Ratio.UNDEFINED);
  }

  @Test
  void aNegativeValueIsRefused() {
    assertThatThrownBy(() -> Histogram.bucket(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  private static Distribution histogram(long[] values) {
    Distribution histogram = Distribution.EMPTY;
    for (long value : values) {
      histogram = histogram.plus(Distribution.of(Histogram.bucket(value), 1));
    }
    return histogram;
  }
}
