package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.legEnded;
import static org.contactroi.topology.Sent.legStarted;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.contactroi.topology.Driven.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One interaction of ten thousand events, one customer with fifty thousand interactions: no record
 * comes near the broker's limit of 1 MiB, and an event more costs as much as the one before. What
 * it costs is counted in bytes produced: outputs, repartitions and changelogs together.
 */
class LargeStateTest {

  private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00Z");
  private static final int LARGEST_RECORD = 512 * 1024;
  private static final Duration BURST = Duration.ofMillis(200);

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  @Test
  void tenThousandEventsOfOneInteraction() {
    Volume small = burst(10, 500);
    Volume large = burst(1, 5_000);

    assertThat(large.largest()).isLessThan(LARGEST_RECORD);
    assertThat(large.bytes()).isLessThan(3 * small.bytes());
  }

  private Volume burst(int interactions, int legs) {
    for (int leg = 0; leg < legs; leg++) {
      for (int i = 0; i < interactions; i++) {
        String id = interactions + "-" + i;
        driven.send(
            legStarted(id, "leg " + leg, at(2L * leg), "agent"),
            legEnded(id, "leg " + leg, at(2L * leg + 1)));
      }
      if (leg % (500 / interactions) == 0) {
        driven.pass(BURST);
      }
    }
    driven.flush();
    return driven.takeProduced();
  }

  @Test
  void fiftyThousandInteractionsOfOneCustomer() {
    Volume few = contacts(20, 1_000);
    Volume many = contacts(1, 50_000);

    assertThat(many.largest()).isLessThan(LARGEST_RECORD);
    assertThat(many.bytes() / 50_000).isLessThan(3 * few.bytes() / 20_000);
  }

  private Volume contacts(int customers, int each) {
    Volume volume = new Volume(0, 0);
    for (int contact = 0; contact < each; contact++) {
      for (int customer = 0; customer < customers; customer++) {
        String id = customers + "-" + customer + "-" + contact;
        String customerKey = customers + "-" + customer;
        driven.send(started(id, at(50L * contact), customerKey), ended(id, at(50L * contact + 20)));
      }
      if (contact % (1_000 / customers) == 0) {
        driven.pass(BURST);
        volume = volume.plus(driven.takeProduced());
      }
    }
    driven.flush();
    return volume.plus(driven.takeProduced());
  }

  private static String at(long second) {
    return FIRST.plusSeconds(second).toString();
  }
}
