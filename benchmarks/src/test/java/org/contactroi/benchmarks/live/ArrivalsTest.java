package org.contactroi.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

  private static final long MS = 1_000_000;

  @Test
  void aCountTellsOfAllUpToIt() {
    Arrivals arrivals = published(3);

    arrivals.see(2, 20 * MS);
    arrivals.see(3, 50 * MS);

    assertThat(arrivals.delays()).isEqualTo(new Delays(3, 20, 50));
    assertThat(arrivals.isComplete()).isTrue();
  }

  @Test
  void aCountSeenAgainTellsNothing() {
    Arrivals arrivals = published(2);

    arrivals.see(1, 10 * MS);
    arrivals.see(1, 90 * MS);

    assertThat(arrivals.delays()).isEqualTo(new Delays(1, 10, 10));
    assertThat(arrivals.isComplete()).isFalse();
  }

  @Test
  void theFirstAreNotKept() {
    Arrivals arrivals = new Arrivals(1);
    arrivals.publish(0);
    arrivals.publish(0);

    arrivals.see(2, 5 * MS);

    assertThat(arrivals.delays().number()).isEqualTo(1);
  }

  @Test
  void aSecondMeasurementBeginsWithWhatIsPublishedThen() {
    Arrivals arrivals = published(2);
    arrivals.see(1, 7 * MS);
    arrivals.restart(1);
    arrivals.publish(10 * MS);
    arrivals.publish(10 * MS);

    arrivals.see(4, 15 * MS);

    assertThat(arrivals.isComplete()).isTrue();
    assertThat(arrivals.delays()).isEqualTo(new Delays(1, 5, 5));
  }

  @Test
  void percentilesAreValuesThatWereSeen() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();

    assertThat(Delays.of(hundred)).isEqualTo(new Delays(100, 50, 99));
    assertThat(Delays.of(List.of())).isEqualTo(new Delays(0, 0, 0));
  }

  private static Arrivals published(int number) {
    Arrivals arrivals = new Arrivals(0);
    for (int i = 0; i < number; i++) {
      arrivals.publish(0);
    }
    return arrivals;
  }
}
