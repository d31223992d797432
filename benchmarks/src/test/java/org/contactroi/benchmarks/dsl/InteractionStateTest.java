package org.contactroi.benchmarks.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AfterWorkStarted;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionReopened;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.junit.jupiter.api.Test;

class InteractionStateTest {

  private static final Serde<InteractionState> SERDE = InteractionStateSerde.serde();
  private static final Place AGENTS = new Place(90_000, "VOICE", "support", "support", "bot-1");
  private static final Place BOTS = new Place(0, "VOICE", "support", "support", "bot-1");

  private InteractionState state = new InteractionState();

  @Test
  void tellsWhenAllIsOver() {
    botThenAgent();
    add(60, InteractionEnded.newBuilder().build());

    assertThat(state.news()).isEmpty();

    add(90, AfterWorkEnded.newBuilder().setSegmentId("agent").build());

    assertThat(state.news())
        .containsEntry(AGENTS, new Tally(1, 70_000, 0, 0))
        .containsEntry(BOTS, new Tally(0, 0, 1, 1))
        .hasSize(2);
  }

  @Test
  void tellsTheDifferenceAfterAnotherLeg() {
    botThenAgent();
    add(60, InteractionEnded.newBuilder().build());
    add(90, AfterWorkEnded.newBuilder().setSegmentId("agent").build());
    add(100, InteractionReopened.newBuilder().build());
    add(100, leg("second", Participant.AGENT));
    add(110, SegmentEnded.newBuilder().setSegmentId("second").build());
    add(110, InteractionEnded.newBuilder().build());

    assertThat(state.news())
        .containsOnly(
            Map.entry(
                new Place(110_000, "VOICE", "support", "support", "bot-1"),
                new Tally(1, 10_000, 0, 0)));
  }

  @Test
  void testTrafficCountsNowhere() {
    state =
        state.plus(
            InteractionEvent.newBuilder(event(0, InteractionStarted.newBuilder().build()))
                .setIsTest(true)
                .build());
    add(0, leg("agent", Participant.AGENT));
    add(10, SegmentEnded.newBuilder().setSegmentId("agent").build());
    add(10, InteractionEnded.newBuilder().build());

    assertThat(state.news()).isEmpty();
  }

  /** A bot from 0 to 20 s, an agent from 20 to 60 s, with after-contact work from then on. */
  private void botThenAgent() {
    add(0, InteractionStarted.newBuilder().setChannel(Channel.VOICE).setQueueId("support").build());
    add(0, SegmentStarted.newBuilder(leg("bot", Participant.BOT)).setBotVersion("bot-1").build());
    add(20, SegmentEnded.newBuilder().setSegmentId("bot").build());
    add(20, leg("agent", Participant.AGENT));
    add(60, SegmentEnded.newBuilder().setSegmentId("agent").build());
    add(60, AfterWorkStarted.newBuilder().setSegmentId("agent").build());
  }

  private static SegmentStarted leg(String id, Participant participant) {
    return SegmentStarted.newBuilder().setSegmentId(id).setParticipant(participant).build();
  }

  /** By way of the bytes, as between two events. */
  private void add(long second, Object payload) {
    byte[] bytes = SERDE.serializer().serialize("", state);
    state = SERDE.deserializer().deserialize("", bytes).plus(event(second, payload));
  }

  private static InteractionEvent event(long second, Object payload) {
    Instant at = Instant.ofEpochSecond(second);
    return InteractionEvent.newBuilder()
        .setEventId(payload.getClass().getSimpleName() + second)
        .setTenantId("demo")
        .setInteractionId("1")
        .setOccurredAt(at)
        .setObservedAt(at)
        .setSourceSystem("test")
        .setPayload(payload)
        .build();
  }
}
