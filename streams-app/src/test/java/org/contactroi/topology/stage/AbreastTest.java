package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AbreastTest {

  private static final long NOW = 10_000_000;
  private static final long FIRST = 1_000_000;

  private final Abreast abreast = new Abreast();
  private final Abreast.Reader one = begun(0);
  private final Abreast.Reader two = begun(1);

  @Test
  void whoIsAheadWaitsUntilTheOtherHasComeNear() {
    assertThat(read(one, FIRST + 500_000, NOW)).isPositive();
    assertThat(read(two, FIRST + 498_000, NOW)).isZero();
    assertThat(read(one, FIRST + 500_000, NOW)).isPositive();
    assertThat(read(two, FIRST + 499_500, NOW)).isZero();
    assertThat(read(one, FIRST + 500_000, NOW)).isZero();
  }

  @Test
  void whatIsPublishedNowIsReadAtOnce() {
    assertThat(read(one, NOW - 4_999, NOW)).isZero();
    assertThat(read(one, NOW - 5_000, NOW)).isPositive();
  }

  @Test
  void nobodyWaitsForOneWhoReadsNoMore() {
    assertThat(read(one, FIRST + 500_000, NOW + 29_999)).isPositive();
    assertThat(read(one, FIRST + 500_000, NOW + 30_000)).isZero();
  }

  @Test
  void nobodyWaitsForAnotherTopicOrForWhoReadThePartitionBefore() {
    Abreast.Reader other = abreast.reader("agents", 0, 0);
    assertThat(read(other, FIRST + 500_000, NOW)).isZero();

    abreast.reader("events", 1, 1);
    assertThat(read(one, FIRST + 500_000, NOW)).isZero();
  }

  @Test
  void aThreadIsWhereItsSlowestPartitionIs() {
    Abreast.Reader third = abreast.reader("events", 2, 0);
    read(third, FIRST + 1_000, NOW);

    assertThat(read(one, FIRST + 500_000, NOW)).isZero();
    assertThat(read(two, FIRST + 2_101, NOW)).isPositive();
    assertThat(read(two, FIRST + 1_100, NOW)).isZero();
  }

  private Abreast.Reader begun(int partition) {
    Abreast.Reader reader = abreast.reader("events", partition, partition);
    read(reader, FIRST, NOW);
    return reader;
  }

  /** Reads so many that it is looked. */
  private static long read(Abreast.Reader reader, long published, long now) {
    for (int i = 1; i < 256; i++) {
      assertThat(reader.pauseAfter(published, now)).isZero();
    }
    return reader.pauseAfter(published, now);
  }
}
