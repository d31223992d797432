package org.contactroi.topology.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchTest {

  private static final long SECOND = 1_000_000_000;

  private final PendingWork ofThread = new PendingWork(8 * SECOND);
  private final Batch batch = new Batch(100_000, 8 * SECOND, ofThread);

  @Test
  void theFirstIsSmall() {
    assertThat(batch.isFull(999)).isFalse();
    assertThat(batch.isFull(1_000)).isTrue();
    assertThat(new Batch(10, SECOND, ofThread).isFull(10)).isTrue();
  }

  @Test
  void itDoublesAsFarAsItIsWorkedOnInTimeAndNoFurtherThanAllowed() {
    batch.worked(1_000, 0);
    assertThat(batch.isFull(1_999)).isFalse();
    assertThat(batch.isFull(2_000)).isTrue();

    for (int size = 2_000; size < 200_000; size *= 2) {
      batch.worked(size, 1_000);
    }
    assertThat(batch.isFull(99_999)).isFalse();
    assertThat(batch.isFull(100_000)).isTrue();

    batch.worked(100_000, 32 * SECOND);
    assertThat(batch.isFull(24_999)).isFalse();
    assertThat(batch.isFull(25_000)).isTrue();
  }

  @Test
  void aFewEntriesThatAreMuchWorkMakeItSmallAndLittleWorkSaysNothing() {
    batch.worked(100, 4 * SECOND);
    assertThat(batch.isFull(199)).isFalse();
    assertThat(batch.isFull(200)).isTrue();

    batch.worked(10, SECOND / 100);
    assertThat(batch.isFull(200)).isTrue();
  }

  @Test
  void stagesOfAThreadWorkWhenAllOfThemTogetherHaveMuch() {
    Batch other = new Batch(100_000, 8 * SECOND, ofThread);
    batch.worked(1_000, SECOND);
    other.worked(1_000, 3 * SECOND);

    assertThat(batch.isFull(1_999)).isFalse();
    assertThat(other.isFull(1_900)).isFalse();
    assertThat(other.isFull(1_999)).isFalse();
    assertThat(other.isFull(2_000)).isTrue();

    Batch third = new Batch(100_000, 8 * SECOND, ofThread);
    third.worked(1_000, SECOND);
    assertThat(third.isFull(500)).isTrue();
    batch.worked(1_999, 2 * SECOND);
    assertThat(third.isFull(600)).isFalse();
  }

  @Test
  void whatIsHeldNoMoreCountsNoMore() {
    Batch other = new Batch(100_000, 8 * SECOND, ofThread);
    other.worked(1_000, 5 * SECOND);
    assertThat(other.isFull(1_500)).isFalse();
    batch.worked(1_000, 2 * SECOND);
    assertThat(batch.isFull(600)).isTrue();

    other.forget();

    assertThat(batch.isFull(700)).isFalse();
  }
}
