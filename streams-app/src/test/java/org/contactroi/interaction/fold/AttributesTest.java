package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.HandledBy;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.DiscardReason;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Participant;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.QueueOutcome;
import org.contactroi.interaction.event.Role;
import org.junit.jupiter.api.Test;

class AttributesTest {

  @Test
  void anInteractionStartsWithItsFirstStarted() {
    Interaction call = fold(at(0, bot("b")), at(5, started()), at(9, started()), at(60, ended()));

    assertThat(call.start()).isEqualTo(utc(5));
  }

  @Test
  void withoutStartedItStartsWithItsEarliestEvent() {
    assertThat(fold(at(-3, sale()), at(0, bot("b"))).start()).isEqualTo(utc(-3));
  }

  @Test
  void theFirstValueGivenCounts() {
    Interaction call =
        fold(
            at(
                0,
                new Payload.Started(
                    Channel.CHAT, Direction.OUTBOUND, null, null, null, true, true, null, false)),
            at(1, startedBy("c1")),
            at(2, startedBy("c2")));

    assertThat(call.customerKey()).isEqualTo("c1");
    assertThat(call.channel()).isEqualTo(Channel.CHAT);
    assertThat(call.direction()).isEqualTo(Direction.OUTBOUND);
  }

  @Test
  void withoutStartedTheInteractionIsInboundAndOpenToBotAndHandoff() {
    Interaction call = fold(at(0, message(Author.CUSTOMER)));

    assertThat(call.direction()).isEqualTo(Direction.INBOUND);
    assertThat(call.channel()).isEqualTo(Channel.UNKNOWN);
    assertThat(call.customerKey()).isNull();
    assertThat(call.eligibleForBot()).isTrue();
    assertThat(call.eligibleForHandoff()).isTrue();
  }

  @Test
  void theFirstStartedSaysWhetherBotAndHandoffArePossible() {
    Interaction call = fold(at(0, startedWithoutBotOrHandoff()), at(1, started()));

    assertThat(call.eligibleForBot()).isFalse();
    assertThat(call.eligibleForHandoff()).isFalse();
  }

  @Test
  void unknownDirectionCountsAsInbound() {
    Interaction call =
        fold(
            at(0, started(Channel.VOICE, Direction.UNKNOWN)),
            at(1, started(Channel.VOICE, Direction.OUTBOUND)));

    assertThat(call.direction()).isEqualTo(Direction.INBOUND);
    assertThat(call.isInbound()).isTrue();
  }

  @Test
  void theLastAssertedIssueComesBeforeAllOthers() {
    Interaction call =
        fold(
            at(0, startedFor("q", "started")),
            at(1, assertsIssue("asserted")),
            at(2, assertsIssue("corrected")),
            at(3, assertsIssue(null)));

    assertThat(call.issue()).isEqualTo("corrected");
  }

  @Test
  void theStartedIssueComesBeforeABotsIntent() {
    Interaction call =
        fold(at(0, startedFor("q", "started")), at(1, bot("b")), at(2, ends("b", intends("bot"))));

    assertThat(call.issue()).isEqualTo("started");
  }

  @Test
  void theFirstIntentOfABotComesBeforeTheQueue() {
    Interaction call =
        fold(
            at(0, startedFor("q", null)),
            at(1, bot("b")),
            at(2, ends("b", intends("first"))),
            at(3, bot("c")),
            at(4, ends("c", intends("second"))));

    assertThat(call.issue()).isEqualTo("first");
  }

  @Test
  void withoutAnyIssueTheQueueStandsForIt() {
    assertThat(fold(at(0, startedFor("billing", null))).issue()).isEqualTo("billing");
    assertThat(fold(at(0, started())).issue()).isEqualTo("unknown");
  }

  @Test
  void theFirstVisitsQueueComesBeforeTheStartedOne() {
    Interaction call =
        fold(
            at(0, startedFor("started", null)),
            at(1, entered("v", "visited")),
            at(2, exited("v", QueueOutcome.FLOW_OUT)),
            at(2, entered("w", "second")));

    assertThat(call.queue()).isEqualTo("visited");
  }

  @Test
  void aVisitWithoutEntryNamesNoQueue() {
    Interaction call =
        fold(
            at(0, startedFor("started", null)),
            at(1, exited("u", QueueOutcome.FLOW_OUT)),
            at(2, entered("v", "visited")));

    assertThat(call.queue()).isEqualTo("visited");
    assertThat(fold(at(0, startedFor("q", null)), at(1, exitedAfter("u", 0))).queue())
        .isEqualTo("q");
  }

  @Test
  void theStartedQueueComesBeforeThatOfTheFirstLeg() {
    assertThat(fold(at(0, startedFor("started", null)), at(1, agentIn("leg", "a"))).queue())
        .isEqualTo("started");
    assertThat(fold(at(0, started()), at(1, bot("b")), at(2, agentIn("leg", "a"))).queue())
        .isEqualTo("leg");
    assertThat(fold(at(0, started())).queue()).isEqualTo("unknown");
  }

  @Test
  void anyTestEventMakesItATest() {
    assertThat(fold(at(0, started()), test(at(1, message(Author.BOT)))).discarded())
        .isEqualTo(DiscardReason.TEST);
    assertThat(fold(at(0, started()), at(1, message(Author.BOT))).discarded()).isNull();
  }

  @Test
  void ofOwnAttributesTheFirstValueOfEachCounts() {
    Interaction call =
        fold(
            with(Map.of("team", "red"), at(0, started())),
            with(Map.of("team", "blue", "site", "north"), at(1, ended())));

    assertThat(call.attributes()).isEqualTo(Map.of("team", "red", "site", "north"));
  }

  @Test
  void aRetractedEventSaysNothing() {
    Interaction call = fold(retracted(at(0, startedFor("q", "i"))), at(1, started()));

    assertThat(call.queue()).isEqualTo("unknown");
    assertThat(call.start()).isEqualTo(utc(1));
    assertThat(call.activity().events()).isEqualTo(1);
  }

  @Test
  void nothingIsLeftWhenAllEventsAreRetracted() {
    assertThat(parts(retracted(at(0, started())))).isEmpty();
    assertThat(parts()).isEmpty();
  }

  @Test
  void aHandledLegMakesItHandledByHumans() {
    assertThat(fold(at(0, bot("b")), at(5, agent("a"))).handledBy()).isEqualTo(HandledBy.HUMAN);
  }

  @Test
  void aSessionAloneMakesItHandledByTheBot() {
    assertThat(fold(at(0, bot("b"))).handledBy()).isEqualTo(HandledBy.BOT_ONLY);
  }

  @Test
  void aVisitWithoutHandledLegMakesItHandledByNobody() {
    List<Event> events = List.of(at(0, bot("b")), at(5, entered("v", "q")));

    assertThat(fold(events.toArray(Event[]::new)).handledBy()).isEqualTo(HandledBy.NONE);
    assertThat(fold(at(0, started())).handledBy()).isEqualTo(HandledBy.NONE);
  }

  @Test
  void aConsultedAgentHandlesNothing() {
    Interaction call = fold(at(0, begins("a", Participant.AGENT, Role.CONSULT)));

    assertThat(call.handledBy()).isEqualTo(HandledBy.NONE);
  }

  @Test
  void ofAttributesTheFirst64ByNameAreKeptWithTheFirstValueStated() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 80; i++) {
      many.put("n%02d".formatted(i), "first");
    }
    Event early = with(many, at(0, started()));
    Event late = with(Map.of("a", "late", "n00", "late", "n63", "late"), at(1, ended()));

    Map<String, String> kept = fold(late, early).attributes();

    assertThat(kept).hasSize(64).containsEntry("a", "late").containsEntry("n62", "first");
    assertThat(kept).containsEntry("n00", "first").doesNotContainKey("n63");
  }

  @Test
  void theLastReasonForADiscardCountsButATestIsOneForGood() {
    Event spam = at(1, discarded(DiscardReason.SPAM));
    Event deleted = at(2, discarded(DiscardReason.DELETED));

    assertThat(fold(at(0, started()), deleted, spam).discarded()).isEqualTo(DiscardReason.DELETED);
    assertThat(fold(at(0, started()), spam, retracted(deleted)).discarded())
        .isEqualTo(DiscardReason.SPAM);
    assertThat(fold(at(0, started()), retracted(spam)).discarded()).isNull();
    assertThat(fold(at(0, started()), at(1, discarded(DiscardReason.TEST)), deleted).discarded())
        .isEqualTo(DiscardReason.TEST);
    assertThat(fold(test(at(0, started())), deleted).discarded()).isEqualTo(DiscardReason.TEST);
  }
}
