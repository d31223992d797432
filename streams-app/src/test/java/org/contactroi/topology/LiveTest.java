package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.agentEvent;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.erased;
import static org.contactroi.topology.Sent.event;
import static org.contactroi.topology.Sent.legEnded;
import static org.contactroi.topology.Sent.legStarted;
import static org.contactroi.topology.Sent.started;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.AgentStateChanged;
import org.contactroi.events.Channel;
import org.contactroi.events.DiscardReason;
import org.contactroi.events.InteractionDiscarded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SegmentStarted;
import org.contactroi.history.RandomNumbers;
import org.contactroi.outputs.LiveAgents;
import org.contactroi.outputs.LiveRecord;
import org.contactroi.topology.live.LiveStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Topic live: what is open now, by slice. */
@ExtendWith(RandomNumbers.class)
class LiveTest {

  private static final String DAY = "2026-05-10T";

  @TempDir Path stateDir;
  @TempDir Path restartedDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  private static InteractionEvent call(String id, String time) {
    return started(id, DAY + time, "c-" + id);
  }

  private static InteractionEvent chat(String id, String time) {
    return event(
            id,
            "started",
            DAY + time,
            InteractionStarted.newBuilder().setChannel(Channel.CHAT).setCustomerKey("c").build())
        .build();
  }

  private static InteractionEvent enters(String id, String queue, String time) {
    QueueEntered entered =
        QueueEntered.newBuilder().setVisitId("v " + queue).setQueueId(queue).build();
    return event(id, "enters " + queue, DAY + time, entered).build();
  }

  private static InteractionEvent exits(
      String id, String queue, String time, QueueOutcome outcome) {
    QueueExited exited =
        QueueExited.newBuilder().setVisitId("v " + queue).setOutcome(outcome).build();
    return event(id, "exits " + queue, DAY + time, exited).build();
  }

  private static InteractionEvent serves(String id, String agent, String time) {
    return legStarted(id, "leg of " + agent, DAY + time, agent);
  }

  private static AgentEvent is(String agent, String state, String team, String time) {
    boolean routable = state.equals("ready");
    return agentEvent(
            agent + time,
            DAY + time,
            new AgentStateChanged(agent, team, state, routable, routable, true))
        .build();
  }

  /** Moves the tenant's clock, and leaves nothing open. */
  private void reach(String time) {
    driven.send(call("clock " + time, time), ended("clock " + time, DAY + time)).flush();
  }

  private Map<String, LiveRecord> live() {
    Map<String, LiveRecord> live = new TreeMap<>();
    driven
        .alive(TOPICS.live())
        .forEach(
            (key, value) -> live.put(key.substring((TENANT + "/").length()), (LiveRecord) value));
    return live;
  }

  private LiveRecord live(String slice) {
    LiveRecord live = live().get(slice);
    assertThat(live).as("live %s of %s", slice, live().keySet()).isNotNull();
    return live;
  }

  /** All numbers, without the time at which they were said. */
  private Map<String, String> numbers() {
    return live().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                each ->
                    LiveRecord.newBuilder(each.getValue()).setWatermark(null).build().toString()));
  }

  private static Instant at(String time) {
    return Instant.parse(DAY + time);
  }

  @Test
  void whoWaitsCountsByQueueChannelAndAllUntilAnswered() {
    driven
        .send(
            call("a", "10:00:00Z"),
            enters("a", "sales", "10:00:10Z"),
            call("b", "10:01:00Z"),
            enters("b", "sales", "10:01:10Z"),
            chat("c", "10:02:00Z"),
            enters("c", "help", "10:02:10Z"))
        .flush();

    assertThat(live("all/all").getWaiting()).isEqualTo(3);
    assertThat(live("all/all").getWaitingSince()).isEqualTo(at("10:00:10Z"));
    assertThat(live("queue/sales").getWaiting()).isEqualTo(2);
    assertThat(live("queue/help").getWaitingSince()).isEqualTo(at("10:02:10Z"));
    assertThat(live("channel/VOICE").getWaiting()).isEqualTo(2);
    assertThat(live("channel/CHAT").getConversations()).isEqualTo(1);

    driven
        .send(
            exits("a", "sales", "10:03:00Z", QueueOutcome.ANSWERED), serves("a", "jo", "10:03:00Z"))
        .flush();

    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);
    assertThat(live("queue/sales").getWaitingSince()).isEqualTo(at("10:01:10Z"));
    assertThat(live("queue/sales").getInService()).isEqualTo(1);
    assertThat(live("all/all").getWaiting()).isEqualTo(2);
  }

  @Test
  void whoGivesUpIsNotWaitingAndNothingIsLeft() {
    driven.send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z")).flush();
    driven
        .send(
            exits("a", "sales", "10:01:00Z", QueueOutcome.ABANDONED), ended("a", DAY + "10:01:00Z"))
        .flush();

    assertThat(live()).isEmpty();
    assertThat(driven.entries(LiveStage.STATE)).as("the clock alone").isEqualTo(1);
  }

  /** Both sides hang up, and each says so. */
  @Test
  void aVisitThatIsLeftTwiceIsTakenAwayOnce() {
    driven.send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z"));
    driven.send(call("b", "10:00:00Z"), enters("b", "sales", "10:00:20Z")).flush();

    InteractionEvent exit = exits("a", "sales", "10:01:00Z", QueueOutcome.ABANDONED);
    driven.send(exit).flush();
    driven.send(exit, InteractionEvent.newBuilder(exit).setEventId("again").build()).flush();

    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);
    assertThat(live("all/all").getWaiting()).isEqualTo(1);
  }

  @Test
  void whatBeganAndEndedBetweenTwoCommitsIsNotTold() {
    driven
        .send(
            call("a", "10:00:00Z"),
            enters("a", "sales", "10:00:10Z"),
            exits("a", "sales", "10:01:00Z", QueueOutcome.ABANDONED),
            ended("a", DAY + "10:01:00Z"))
        .flush();

    assertThat(driven.records(TOPICS.live())).isEmpty();
  }

  @Test
  void aLostExitIsForgottenByTheTenantsTimeWhoeverSaysIt() {
    driven.send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z")).flush();

    reach("12:00:09Z");
    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);

    reach("12:00:10Z");
    assertThat(live()).isEmpty();
  }

  @Test
  void visitsOfOneContactWhoseExitsAreLostExpireOneByOneAndTogether() {
    driven.send(call("a", "10:00:00Z"), enters("a", "one", "10:00:10Z"));
    driven.send(enters("a", "two", "10:30:00Z"), enters("a", "three", "11:30:00Z")).flush();
    assertThat(live("all/all").getWaiting()).isEqualTo(3);

    reach("12:45:00Z");
    assertThat(live("all/all").getWaiting()).isEqualTo(1);
    assertThat(live("all/all").getWaitingSince()).isEqualTo(at("11:30:00Z"));

    reach("13:30:00Z");
    assertThat(live()).isEmpty();
  }

  @Test
  void anExitThatComesLateTakesBackAndOneAfterExpiryChangesNothing() {
    driven
        .send(
            call("a", "10:00:00Z"),
            enters("a", "sales", "10:00:10Z"),
            call("b", "10:00:00Z"),
            enters("b", "sales", "10:00:20Z"))
        .flush();
    reach("11:00:00Z");
    driven.send(exits("a", "sales", "10:01:00Z", QueueOutcome.ABANDONED)).flush();

    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);
    assertThat(live("queue/sales").getWaitingSince()).isEqualTo(at("10:00:20Z"));

    reach("13:00:00Z");
    driven.send(exits("b", "sales", "10:02:00Z", QueueOutcome.ABANDONED)).flush();

    assertThat(live()).isEmpty();
  }

  @Test
  void aRetractedExitLetsTheCustomerWaitAgain() {
    InteractionEvent exit = exits("a", "sales", "10:01:00Z", QueueOutcome.ABANDONED);
    driven.send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z"), exit).flush();
    assertThat(live()).isEmpty();

    driven
        .send(InteractionEvent.newBuilder(exit).setRevision(1).setRetracted(true).build())
        .flush();

    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);
  }

  @Test
  void whoIsTransferredWaitsInTheOtherQueueOnly() {
    driven
        .send(
            call("a", "10:00:00Z"),
            enters("a", "sales", "10:00:10Z"),
            exits("a", "sales", "10:01:00Z", QueueOutcome.ANSWERED),
            serves("a", "jo", "10:01:00Z"))
        .flush();
    driven
        .send(legEnded("a", "leg of jo", DAY + "10:05:00Z"), enters("a", "billing", "10:05:00Z"))
        .flush();

    assertThat(live()).doesNotContainKey("queue/sales");
    assertThat(live("queue/billing").getWaiting()).isEqualTo(1);
    assertThat(live("all/all").getInService()).isZero();
  }

  @Test
  void agentsCountByStateAndTeamAndTheirLegsByTheTeamTheyAreIn() {
    driven
        .send(is("jo", "ready", "red", "09:00:00Z"), is("al", "lunch", "red", "09:00:00Z"))
        .send(chat("a", "10:00:00Z"), serves("a", "jo", "10:01:00Z"))
        .send(chat("b", "10:00:00Z"), serves("b", "jo", "10:02:00Z"))
        .flush();

    assertThat(live("team/red").getInService()).as("two chats with one agent").isEqualTo(2);
    assertThat(live("team/red").getAgentsAvailable()).isEqualTo(1);
    assertThat(live("team/red").getAgents())
        .containsExactly(new LiveAgents("lunch", 1L), new LiveAgents("ready", 1L));
    assertThat(live("all/all").getInService()).isEqualTo(2);

    driven.send(is("jo", "busy", "blue", "10:03:00Z")).flush();

    assertThat(live("team/red").getInService()).isZero();
    assertThat(live("team/blue").getInService()).isEqualTo(2);
    assertThat(live("team/blue").getAgentsAvailable()).isZero();

    driven
        .send(
            legEnded("a", "leg of jo", DAY + "10:10:00Z"),
            ended("a", DAY + "10:10:00Z"),
            legEnded("b", "leg of jo", DAY + "10:10:00Z"))
        .flush();

    assertThat(live("team/blue").getInService()).isZero();
    assertThat(live("all/all").getConversations()).isEqualTo(1);
  }

  @Test
  void aStateOfAnAgentThatComesLateIsNotTheOneNow() {
    driven.send(is("jo", "ready", "red", "10:00:00Z")).flush();
    driven.send(is("jo", "lunch", "red", "09:00:00Z")).flush();

    assertThat(live("all/all").getAgents()).containsExactly(new LiveAgents("ready", 1L));
  }

  @Test
  void aStateThatNothingFollowsForADayIsForgotten() {
    driven.send(is("jo", "ready", "red", "10:00:00Z")).flush();
    reach("10:00:00Z");
    assertThat(live("all/all").getAgentsAvailable()).isEqualTo(1);

    driven
        .send(started("later", "2026-05-11T10:00:00Z", "c"), ended("later", "2026-05-11T10:00:00Z"))
        .flush();

    assertThat(live()).isEmpty();
  }

  @Test
  void whatIsDiscardedOrATestIsOpenNowhere() {
    driven
        .send(
            InteractionEvent.newBuilder(call("a", "10:00:00Z")).setIsTest(true).build(),
            enters("a", "sales", "10:00:10Z"),
            chat("b", "10:00:00Z"))
        .flush();
    assertThat(live("all/all").getConversations()).isEqualTo(1);

    SpecificRecord spam = new InteractionDiscarded(DiscardReason.SPAM);
    driven.send(event("b", "spam", DAY + "10:01:00Z", spam).build()).flush();

    assertThat(live()).isEmpty();
  }

  @Test
  void nothingOfAnErasedCustomerIsOpen() {
    driven
        .send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z"), call("b", "10:00:00Z"))
        .send(enters("b", "sales", "10:00:20Z"))
        .flush();

    driven.send(erased("c-a", DAY + "10:30:00Z")).flush();

    assertThat(live("queue/sales").getWaiting()).isEqualTo(1);
    assertThat(live("queue/sales").getWaitingSince()).isEqualTo(at("10:00:20Z"));
  }

  @Test
  void aSilentChatIsClosedByItsGap() {
    driven.send(chat("a", "10:00:00Z")).flush();
    assertThat(live("channel/CHAT").getConversations()).isEqualTo(1);

    driven
        .send(started("later", "2026-05-11T10:00:00Z", "c"), ended("later", "2026-05-11T10:00:00Z"))
        .flush();

    assertThat(live()).isEmpty();
  }

  /** Calls, chats and agents, some with losses, as of half past ten. */
  private static List<SpecificRecord> morning() {
    List<SpecificRecord> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String id = "i" + i;
      String minute = "10:%02d".formatted(i * 2);
      all.add(i % 3 == 0 ? chat(id, minute + ":00Z") : call(id, minute + ":00Z"));
      all.add(bot(id, minute + ":01Z"));
      if (i % 4 != 0) {
        all.add(enters(id, "q" + i % 2, minute + ":10Z"));
      }
      if (i % 4 > 1) {
        all.add(exits(id, "q" + i % 2, minute + ":30Z", QueueOutcome.ANSWERED));
        all.add(serves(id, "agent" + i % 3, minute + ":30Z"));
      }
      if (i % 5 == 0) {
        all.add(ended(id, DAY + minute + ":59Z"));
      }
    }
    for (int i = 0; i < 4; i++) {
      all.add(is("agent" + i, i % 2 == 0 ? "ready" : "busy", "t" + i % 2, "09:0" + i + ":00Z"));
    }
    return all;
  }

  private static InteractionEvent bot(String id, String time) {
    SegmentStarted started =
        SegmentStarted.newBuilder().setSegmentId("bot").setParticipant(Participant.BOT).build();
    return event(id, "bot", DAY + time, started).build();
  }

  private static void send(Driven to, List<SpecificRecord> events) {
    for (SpecificRecord event : events) {
      if (event instanceof InteractionEvent interaction) {
        to.send(interaction);
      } else if (event instanceof AgentEvent agent) {
        to.send(agent);
      }
    }
  }

  @Test
  void inWhateverOrderAndBatchesEventsComeTheNumbersAreTheSame(Random random) {
    List<SpecificRecord> events = morning();
    send(driven, events);
    driven.flush();
    Map<String, String> inOrder = numbers();
    assertThat(inOrder).containsKeys("all/all", "queue/q0", "queue/q1", "team/t0", "channel/CHAT");

    Collections.shuffle(events, random);
    Driven other = new Driven(restartedDir, Map.of());
    driven.close();
    driven = other;
    for (int from = 0; from < events.size(); from += 7) {
      send(driven, events.subList(from, Math.min(events.size(), from + 7)));
      driven.flush();
    }

    assertThat(numbers()).isEqualTo(inOrder);
  }

  @Test
  void theNumbersOutliveARestartAndGoOnFromThere() {
    driven.send(call("a", "10:00:00Z"), enters("a", "sales", "10:00:10Z"));
    driven.send(is("jo", "ready", "red", "10:00:00Z"));
    driven.send(call("b", "10:01:00Z"), serves("b", "jo", "10:01:00Z")).flush();
    Map<String, String> before = numbers();

    driven = driven.restarted(restartedDir);
    driven.flush();
    assertThat(numbers()).isEqualTo(before);

    driven.send(legEnded("b", "leg of jo", DAY + "10:05:00Z"));
    driven.send(exits("a", "sales", "10:05:00Z", QueueOutcome.ABANDONED)).flush();

    assertThat(live()).containsOnlyKeys("all/all", "team/red");
    assertThat(live("team/red").getInService()).isZero();
    assertThat(live("all/all").getWaitingSince()).isNull();
  }
}
