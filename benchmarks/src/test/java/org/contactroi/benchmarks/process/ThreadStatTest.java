package org.contactroi.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ThreadStatTest {

  private static final String REST = " S 1 2 3 0 -1 4194368 10 0 0 0 120 30 0 0 20 0 41 0 99";

  @Test
  void addsTimeOfUserAndSystem() {
    assertThat(ThreadStat.parse("77 (main)" + REST)).isEqualTo(new ThreadStat("main", 150));
  }

  @Test
  void aNameMayHoldSpacesAndParentheses() {
    assertThat(ThreadStat.parse("77 (C2 Compiler (1))" + REST).name()).isEqualTo("C2 Compiler (1)");
  }

  @Test
  void compilersAndCollectorsAreKnownByTheirNames() {
    assertThat(ThreadStat.parse("7 (C1 CompilerThre)" + REST).isCompiler()).isTrue();
    assertThat(ThreadStat.parse("7 (C2 CompilerThre)" + REST).isCompiler()).isTrue();
    assertThat(ThreadStat.parse("7 (GC Thread#0)" + REST).isCollector()).isTrue();
    assertThat(ThreadStat.parse("7 (StreamThread-1)" + REST))
        .matches(stat -> !stat.isCompiler() && !stat.isCollector());
  }

  @Test
  void refusesOtherLines() {
    assertThatThrownBy(() -> ThreadStat.parse("77 (main) S 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("77 (main) S 1");
  }
}
