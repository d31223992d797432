package org.contactroi.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommitLatencyTest {

  @Test
  void averagesThreadsAndTakesTheirGreatest() {
    List<CommitLatency> threads = List.of(new CommitLatency(10, 40), new CommitLatency(20, 30));

    assertThat(CommitLatency.of(threads)).contains(new CommitLatency(15, 40));
  }

  @Test
  void aThreadThatHasNotCommittedSaysNothing() {
    List<CommitLatency> threads =
        List.of(new CommitLatency(Double.NaN, Double.NaN), new CommitLatency(20, 30));

    assertThat(CommitLatency.of(threads)).contains(new CommitLatency(20, 30));
    assertThat(CommitLatency.of(threads.subList(0, 1))).isEmpty();
  }
}
