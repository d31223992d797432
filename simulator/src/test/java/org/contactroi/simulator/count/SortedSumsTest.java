package org.contactroi.simulator.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedSumsTest {

  @Test
  void sumsAreThoseOfATree() {
    Random random = new Random(1);
    SortedSums<Long> sums = new SortedSums<>();
    TreeMap<Long, Long> tree = new TreeMap<>();

    for (int i = 0; i < 5_000; i++) {
      long key = random.nextLong(-150, 150);
      long amount = random.nextLong(-50, 50);
      sums.add(key, amount);
      tree.merge(key, amount, Long::sum);
    }

    TreeMap<Long, Long> seen = new TreeMap<>();
    sums.forEach(seen::put);
    assertThat(sums.keys()).containsExactlyElementsOf(tree.keySet());
    assertThat(seen).isEqualTo(tree);
  }

  @Test
  void whatWasNeverAddedIsZero() {
    SortedSums<String> sums = new SortedSums<>();

    assertThat(sums.isEmpty()).isTrue();
    assertThat(sums.get("a")).isZero();
    sums.add("b", 1);
    assertThat(sums.isEmpty()).isFalse();
    assertThat(sums.get("a")).isZero();
  }

  @Test
  void whatIsTooLargeIsRefused() {
    SortedSums<String> sums = new SortedSums<>();
    sums.add("a", Long.MAX_VALUE);

    assertThatThrownBy(() -> sums.add("a", 1)).isInstanceOf(ArithmeticException.class);
  }
}
