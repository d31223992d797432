package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.leg;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.contactroi.events.InteractionEvent;
import org.contactroi.history.RandomNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Figures are a function of the set of events. */
@ExtendWith(RandomNumbers.class)
class AnyOrderTest {

  private static final int INTERACTIONS = 200;
  private static final Instant BEGIN = Instant.parse("2026-04-01T00:00:00Z");
  private static final int SECONDS = 20 * 86_400;

  /** Minutes and hours do not expire within the test. */
  private static final Map<String, String> PATIENT =
      Map.of(
          "policy.default.lateness", "60d",
          "policy.default.minute-retention", "90d",
          "policy.default.hour-retention", "90d");

  @TempDir Path stateDir;

  @Test
  void aRandomOrderWithDuplicatesAndManyFlushesGivesTheSameBytes(Random random) {
    List<InteractionEvent> events = events(random);
    List<InteractionEvent> shuffled = new ArrayList<>(events);
    shuffled.addAll(events.subList(0, events.size() / 3));
    Collections.shuffle(shuffled, random);

    Map<String, List<Byte>> inOrder = totals("ordered", events, Integer.MAX_VALUE);
    Map<String, List<Byte>> inDisorder = totals("shuffled", shuffled, 37);

    assertThat(inOrder).hasSizeGreaterThan(INTERACTIONS);
    assertThat(inDisorder).isEqualTo(inOrder);
  }

  private Map<String, List<Byte>> totals(String name, List<InteractionEvent> events, int every) {
    try (Driven driven = new Driven(stateDir.resolve(name), PATIENT)) {
      int sent = 0;
      for (InteractionEvent event : events) {
        driven.send(event);
        if (++sent % every == 0) {
          driven.flush();
        }
      }
      driven.flush();
      Map<String, List<Byte>> totals = new TreeMap<>();
      driven
          .newest(TOPICS.totals())
          .forEach(
              (key, value) -> {
                if (value != null) {
                  totals.put(key, boxed(value));
                }
              });
      return totals;
    }
  }

  private static List<Byte> boxed(byte[] bytes) {
    List<Byte> boxed = new ArrayList<>(bytes.length);
    for (byte each : bytes) {
      boxed.add(each);
    }
    return boxed;
  }

  /** Interactions of few customers, some without a start, an end or a leg; by event time. */
  private static List<InteractionEvent> events(Random random) {
    List<InteractionEvent> events = new ArrayList<>();
    for (int i = 0; i < INTERACTIONS; i++) {
      String id = "i" + i;
      Instant start = BEGIN.plusSeconds(random.nextInt(SECONDS));
      if (random.nextInt(10) > 0) {
        String customer = random.nextInt(4) == 0 ? null : "c" + random.nextInt(20);
        events.add(started(id, start.toString(), customer));
      }
      if (random.nextInt(3) > 0) {
        events.add(leg(id, start.plusSeconds(100).toString()));
      }
      events.add(ended(id, start.plusSeconds(random.nextInt(2 * 86_400)).toString()));
    }
    events.sort(Comparator.comparing(InteractionEvent::getOccurredAt));
    return events;
  }
}
