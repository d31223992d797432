package org.contactroi.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private static final Limits LIMITS =
      new Limits(3, 1, Duration.ofSeconds(20), Duration.ofSeconds(60), 100, 8_192, 1, 1, 1, 1);

  private final List<String> closed = new ArrayList<>();
  private long now = 1_000;
  private final Connections<String> connections = new Connections<>(LIMITS, () -> now, closed::add);

  @Test
  void aRequestHasToComeInTime() {
    connections.opened("idle");
    now += 20_000;
    connections.sweep();
    assertThat(closed).isEmpty();

    now++;
    connections.sweep();

    assertThat(closed).containsExactly("idle");
    assertThat(connections.count()).isZero();
  }

  @Test
  void anAnswerHasToBeReadInTime() {
    connections.opened("slow");
    connections.answering("slow");
    now += 60_000;
    connections.sweep();
    assertThat(closed).isEmpty();

    now++;
    connections.sweep();

    assertThat(closed).containsExactly("slow");
  }

  @Test
  void theNextRequestHasItsOwnTime() {
    connections.opened("busy");
    now += 20_000;
    connections.answering("busy");
    now += 60_000;
    connections.waiting("busy");
    now += 20_000;
    connections.sweep();

    assertThat(closed).isEmpty();
  }

  @Test
  void aNewOneTakesThePlaceOfTheOneThatHasWaitedLongest() {
    open("a", "b", "c");
    connections.answering("a");
    now++;
    connections.opened("d");

    assertThat(closed).containsExactly("b");
  }

  @Test
  void whereNoneWaitsTheOldestAnswerGoes() {
    open("a", "b", "c");
    for (String one : List.of("b", "c", "a")) {
      now++;
      connections.answering(one);
    }
    connections.streaming("b");
    connections.opened("d");

    assertThat(closed).containsExactly("c");
  }

  @Test
  void unreadAnswersAreBounded() {
    open("a", "b", "c");
    for (String one : List.of("a", "b", "c")) {
      now++;
      connections.answering(one);
      connections.holds(one, 50);
    }

    assertThat(closed).containsExactly("a");
  }

  @Test
  void oneAnswerMayBeLargerThanTheBound() {
    open("a");
    connections.answering("a");
    connections.holds("a", 500);

    assertThat(closed).isEmpty();
  }

  @Test
  void streamsStayAndAreBounded() {
    open("a", "b");

    assertThat(connections.streaming("a")).isTrue();
    assertThat(connections.streaming("b")).isFalse();
    now += 1_000_000;
    connections.waiting("b");
    connections.sweep();

    assertThat(closed).isEmpty();
  }

  private void open(String... names) {
    for (String name : names) {
      connections.opened(name);
      now++;
    }
  }
}
