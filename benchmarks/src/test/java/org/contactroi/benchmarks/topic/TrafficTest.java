package org.contactroi.benchmarks.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {

  private static final Traffic TRAFFIC =
      new Traffic(Map.of("a", new Written(10, 1_000), "b", new Written(5, 50)));

  @Test
  void oneLineHoldsAll() {
    assertThat(Traffic.parse(TRAFFIC.line())).isEqualTo(TRAFFIC);
  }

  @Test
  void whatWasThereBeforeDoesNotCount() {
    Traffic before = new Traffic(Map.of("a", new Written(4, 400), "b", new Written(5, 50)));

    assertThat(TRAFFIC.since(before)).isEqualTo(new Traffic(Map.of("a", new Written(6, 600))));
  }

  @Test
  void aTopicMadeAnewIsCountedAnew() {
    Traffic before = new Traffic(Map.of("a", new Written(90, 9_000), "b", new Written(5, 50)));

    assertThat(TRAFFIC.since(before)).isEqualTo(new Traffic(Map.of("a", new Written(10, 1_000))));
  }

  @Test
  void refusesOtherLines() {
    assertThatThrownBy(() -> Traffic.parse("ready"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ready");
  }
}
