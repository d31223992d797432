package org.contactroi.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

  @Test
  void thePeakIsInKibibytes() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  531244 kB", "VmRSS:\t  400 kB");

    assertThat(Memory.peak(status)).isEqualTo(531_244L * 1024);
  }
}
