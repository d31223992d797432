package org.contactroi.simulator.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SegmentEnded;
import org.contactroi.simulator.Pseudonyms;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The recorded month of January 1999 against totals an independent program took from its rows. */
class RecordedMonthTest {

  private static final Map<String, Long> COUNTS = new HashMap<>();

  @BeforeAll
  static void playTheMonth() throws IOException {
    String folder = System.getProperty("recorded-calls.dir", "");
    if (folder.isBlank()) {
      System.out.println("skipped: recorded-calls.dir names no folder with january.txt.gz");
    }
    Assumptions.assumeFalse(folder.isBlank(), "recorded-calls.dir is empty");
    RecordedCalls month =
        RecordedCalls.read(
            List.of(Path.of(folder, "january.txt.gz")),
            ZoneId.of("Asia/Jerusalem"),
            row -> COUNTS.merge("malformed", 1L, Long::sum));
    COUNTS.put("rows", (long) month.calls().size());
    count(month);
  }

  private static void count(RecordedCalls month) {
    RecordedCallEvents mapping =
        new RecordedCallEvents("anonymous-bank", new Pseudonyms(Pseudonyms.DEMO_KEY));
    PlaybackSource source =
        new PlaybackSource(month.calls(), mapping, new PlaybackOrder.EventTime());
    Set<String> identities = new HashSet<>();
    long previous = Long.MIN_VALUE;
    while (source.hasNext()) {
      InteractionEvent event = source.next();
      long time = event.getOccurredAt().toEpochMilli();
      add("steps back", time < previous ? 1 : 0);
      previous = time;
      identities.add(event.getInteractionId() + " " + event.getEventId());
      add("events", 1);
      countPayload(event);
    }
    COUNTS.put("identities", (long) identities.size());
  }

  private static void countPayload(InteractionEvent event) {
    Object payload = event.getPayload();
    if (payload instanceof InteractionStarted started) {
      add(event.getIsTest() ? "tests" : "interactions", 1);
      add("identified", !event.getIsTest() && started.getCustomerKey() != null ? 1 : 0);
    } else if (payload instanceof SegmentEnded ended) {
      countLeg(event, ended);
    } else if (payload instanceof QueueExited exited && !event.getIsTest()) {
      countVisit(exited);
    } else if (payload instanceof InteractionEnded) {
      add("ended", 1);
    }
  }

  private static void countLeg(InteractionEvent event, SegmentEnded ended) {
    if (ended.getParticipant() == Participant.AGENT && !event.getIsTest()) {
      add("legs", 1);
      add("talk", ended.getReported().getTalkMs());
    }
  }

  private static void countVisit(QueueExited exited) {
    long wait = exited.getWaitMsReported();
    Predicate<QueueOutcome> is = outcome -> exited.getOutcome() == outcome;
    add("visits", 1);
    add("wait", wait);
    add("wait answered", is.test(QueueOutcome.ANSWERED) ? wait : 0);
    add("within 20 s", is.test(QueueOutcome.ANSWERED) && wait <= 20_000 ? 1 : 0);
    add("short abandons", is.test(QueueOutcome.ABANDONED) && wait <= 5_000 ? 1 : 0);
    add("long abandons", is.test(QueueOutcome.ABANDONED) && wait > 5_000 ? 1 : 0);
  }

  private static void add(String name, long amount) {
    COUNTS.merge(name, amount, Long::sum);
  }

  @Test
  void monthHas31599RowsAnd241318EventsEachOnceInOrder() {
    assertThat(COUNTS)
        .containsEntry("rows", 31_599L)
        .containsEntry("events", 241_318L)
        .containsEntry("identities", 241_318L)
        .containsEntry("ended", 31_599L)
        .containsEntry("steps back", 0L)
        .doesNotContainKey("malformed");
  }

  @Test
  void monthHas31359InteractionsAnd240Phantoms() {
    assertThat(COUNTS)
        .containsEntry("interactions", 31_359L)
        .containsEntry("identified", 13_224L)
        .containsEntry("tests", 240L);
  }

  @Test
  void agentsLegsAndTheirTalkAreThoseOfTheRows() {
    assertThat(COUNTS).containsEntry("legs", 27_060L).containsEntry("talk", 4_964_204_000L);
  }

  @Test
  void visitsAndTheirWaitsAreThoseOfTheRows() {
    assertThat(COUNTS)
        .containsEntry("visits", 30_161L)
        .containsEntry("wait", 1_136_162_000L)
        .containsEntry("wait answered", 947_857_000L)
        .containsEntry("within 20 s", 16_402L)
        .containsEntry("short abandons", 195L)
        .containsEntry("long abandons", 2_906L);
  }
}
