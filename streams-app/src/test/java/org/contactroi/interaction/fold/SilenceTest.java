package org.contactroi.interaction.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.interaction.fold.Story.*;
import static org.contactroi.interaction.fold.Story.ended;
import static org.contactroi.interaction.fold.Story.startedBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.OpeningHours;
import org.contactroi.interaction.Response;
import org.contactroi.interaction.Rules;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Author;
import org.contactroi.interaction.event.Channel;
import org.contactroi.interaction.event.Direction;
import org.contactroi.interaction.event.Event;
import org.contactroi.interaction.event.Payload;
import org.contactroi.interaction.event.SurveyKind;
import org.junit.jupiter.api.Test;

class SilenceTest {

  @Test
  void anInteractionEndsWithItsLastEnd() {
    Interaction call = fold(at(0, started()), at(60, ended()), at(70, ended()));

    assertThat(call.end()).isEqualTo(utc(70));
    assertThat(call.endInferred()).isFalse();
  }

  @Test
  void laterActivityDoesNotMoveAnEndThatWasSeen() {
    Interaction call =
        fold(at(0, agent("a")), at(50, ends("a")), at(60, ended()), at(90, wrapped("a")));

    assertThat(call.end()).isEqualTo(utc(60));
  }

  @Test
  void withoutAnEndItIsInferredFromTheLastActivityAndTheGap() {
    Interaction call = fold(at(0, started()), at(60, message(Author.CUSTOMER)), at(500, sale()));

    assertThat(call.end()).isEqualTo(utc(60 + DAY));
    assertThat(call.endInferred()).isTrue();
  }

  @Test
  void aReopenedInteractionHasAnInferredEnd() {
    Interaction call = fold(at(0, started()), at(60, ended()), at(90, reopened()));

    assertThat(call.end()).isEqualTo(utc(90 + DAY));
    assertThat(call.endInferred()).isTrue();
  }

  @Test
  void aReopeningAtTheTimeOfTheEndFollowsIt() {
    assertThat(fold(at(60, reopened()), at(60, ended()), at(0, started())).endInferred()).isTrue();
  }

  @Test
  void anEndAfterTheReopeningCounts() {
    Interaction call =
        fold(at(0, started()), at(60, ended()), at(90, reopened()), at(120, ended()));

    assertThat(call.end()).isEqualTo(utc(120));
  }

  @Test
  void anEndBeforeTheStartStaysWhereItWasSeen() {
    Interaction call = fold(at(5, started()), at(3, ended()));

    assertThat(call.start()).isEqualTo(utc(5));
    assertThat(call.end()).isEqualTo(utc(3));
  }

  @Test
  void theGapIsADayForVoiceVideoAndChatAndThreeForTheOthers() {
    for (Channel channel : Channel.values()) {
      boolean live =
          channel == Channel.VOICE || channel == Channel.VIDEO || channel == Channel.CHAT;

      assertThat(fold(at(0, started(channel, Direction.INBOUND))).end())
          .as("%s", channel)
          .isEqualTo(utc(live ? DAY : 3 * DAY));
    }
  }

  @Test
  void theGapIsThatOfThePolicy() {
    SilenceGaps gaps =
        new SilenceGaps(
            Map.of(Channel.VOICE, Duration.ofHours(1)), Duration.ofHours(2), Duration.ofHours(3));
    Rules rules =
        new Rules("v2", gaps, Duration.ofSeconds(20), Duration.ofSeconds(5), OpeningHours.ALWAYS);
    List<Event> events = List.of(at(0, started()));

    assertThat(
            InteractionFold.fold("acme", "i1", events, instant -> rules)
                .interactions()
                .get(0)
                .end())
        .isEqualTo(utc(HOUR));
  }

  @Test
  void aSilenceLongerThanTheGapCuts() {
    List<Interaction> parts =
        parts(at(0, started()), at(10, ended()), at(11 + DAY, message(Author.CUSTOMER)));

    assertThat(parts)
        .extracting(part -> part.id().text())
        .containsExactly("i1", "i1@" + utc(11 + DAY));
    assertThat(parts).extracting(Interaction::start).containsExactly(utc(0), utc(11 + DAY));
    assertThat(parts).extracting(Interaction::end).containsExactly(utc(10), utc(11 + 2 * DAY));
    assertThat(parts).extracting(part -> part.activity().events()).containsExactly(2L, 1L);
  }

  @Test
  void aSilenceAsLongAsTheGapDoesNotCut() {
    assertThat(parts(at(0, started()), at(DAY, message(Author.CUSTOMER)))).hasSize(1);
  }

  @Test
  void theLaterPartInheritsCustomerChannelAndTenantOnly() {
    Payload outbound =
        new Payload.Started(
            Channel.CHAT, Direction.OUTBOUND, "c1", "q", "issue", false, false, null, false);
    Event start = with(Map.of("team", "red"), test(at(0, outbound)));
    Interaction later = parts(start, at(2 * DAY, message(Author.CUSTOMER))).get(1);

    assertThat(later.tenant()).isEqualTo("acme");
    assertThat(later.customerKey()).isEqualTo("c1");
    assertThat(later.channel()).isEqualTo(Channel.CHAT);
    assertThat(later.direction()).isEqualTo(Direction.INBOUND);
    assertThat(later.queue()).isEqualTo("unknown");
    assertThat(later.issue()).isEqualTo("unknown");
    assertThat(later.attributes()).isEmpty();
    assertThat(later.discarded()).isNull();
    assertThat(later.eligibleForBot()).isTrue();
  }

  @Test
  void customerAndChannelAreTheSameForAllParts() {
    List<Interaction> parts =
        parts(at(0, bot("b")), at(4 * DAY, started(Channel.EMAIL, Direction.INBOUND)));

    assertThat(parts).extracting(Interaction::customerKey).containsExactly("c1", "c1");
    assertThat(parts).extracting(Interaction::channel).containsOnly(Channel.EMAIL);
  }

  @Test
  void aLegIsNeverCutInTwo() {
    Interaction call = fold(at(0, agent("a")), at(4 * DAY, ends("a")));

    assertThat(call.legs())
        .singleElement()
        .satisfies(
            leg -> {
              assertThat(leg.imputed()).isFalse();
              assertThat(leg.settle()).isEqualTo(utc(4 * DAY));
              assertThat(leg.talk()).isEqualTo(3 * DAY * 1_000);
            });
    assertThat(call.end()).isEqualTo(utc(3 * DAY));
  }

  @Test
  void aTimerAfterTheGapClosesWhatIsOverAndMovesNothing() {
    Interaction without = fold(at(0, started()));
    Interaction with = fold(at(0, started()), at(4 * DAY, ended()));

    assertThat(with.end()).isEqualTo(without.end());
    assertThat(with.endInferred()).isTrue();
  }

  @Test
  void customersBeginInboundPartsAndWeOutboundOnes() {
    assertThat(parts(at(0, started()), at(4 * DAY, message(Author.CUSTOMER))))
        .extracting(Interaction::direction)
        .containsExactly(Direction.INBOUND, Direction.INBOUND);
    assertThat(parts(at(0, started()), at(4 * DAY, message(Author.AGENT))))
        .extracting(Interaction::direction)
        .containsExactly(Direction.INBOUND, Direction.OUTBOUND);
    assertThat(parts(at(0, started()), at(4 * DAY, message(Author.SYSTEM)))).hasSize(1);
  }

  @Test
  void theSlowestReplyBelongsToTheContactThatWaitsForIt() {
    Interaction mail = fold(at(0, message(Author.CUSTOMER)), at(10 * DAY, message(Author.AGENT)));

    assertThat(mail.firstResponses().human())
        .isEqualTo(new Response(10 * DAY * 1_000, 10 * DAY * 1_000));
    assertThat(mail.end()).isEqualTo(utc(13 * DAY));
  }

  @Test
  void moreThanFourteenDaysAfterEverythingAnEventIsJudgedAsIfTheIdWereNew() {
    List<Interaction> parts = parts(at(0, startedBy("c1")), at(15 * DAY, message(Author.AGENT)));

    assertThat(parts).extracting(Interaction::direction).containsOnly(Direction.INBOUND);
    assertThat(parts).extracting(Interaction::customerKey).containsExactly("c1", null);
    assertThat(parts.get(1).id().text()).isEqualTo("i1@" + utc(15 * DAY));
  }

  @Test
  void surveysSalesAssertionsAndAiUsageAreNoActivity() {
    Interaction call =
        fold(
            at(0, started()),
            at(DAY, new Payload.SurveyOffered("s", SurveyKind.CSAT)),
            at(DAY, surveyed("s", SurveyKind.CSAT, 5)),
            at(DAY, sale()),
            at(DAY, agentFlag(true)),
            at(DAY, new Payload.AiUsageRecorded("model", 1, 1, 0)));

    assertThat(call.end()).isEqualTo(utc(DAY));
    assertThat(call.activity().events()).isEqualTo(6);
  }

  @Test
  void anEventThatIsNoActivityBelongsToThePartBeforeIt() {
    List<Interaction> parts =
        parts(
            at(0, started()),
            at(5 * DAY, agentFlag(true)),
            at(6 * DAY, message(Author.CUSTOMER)),
            at(7 * DAY, agentFlag(false)));

    assertThat(parts).extracting(part -> part.signals().agentFlag()).containsExactly(true, false);
  }

  @Test
  void anEventThatIsNoActivityAndComesFirstBelongsToTheFirstPart() {
    Interaction call = fold(at(-10 * DAY, agentFlag(true)), at(0, started()));

    assertThat(call.signals().agentFlag()).isTrue();
    assertThat(call.start()).isEqualTo(utc(0));
  }

  @Test
  void moreThanFourteenDaysAfterTheLastActivityItIsAnOrphan() {
    Interaction call =
        fold(
            at(0, started()),
            at(14 * DAY, agentFlag(true)),
            test(with(Map.of("a", "b"), at(14 * DAY + 1, agentFlag(false)))));

    assertThat(call.signals().agentFlag()).isTrue();
    assertThat(call.activity().events()).isEqualTo(2);
  }

  @Test
  void anOrphanDoesNotMakeItsInteractionATest() {
    assertThat(fold(at(0, started()), test(at(15 * DAY, sale()))).discarded()).isNull();
  }

  @Test
  void whatBelongsToNoContactIsAnOrphanAtItsOwnTime() {
    InteractionFold.Folded folded =
        InteractionFold.fold(
            "acme",
            "i1",
            List.of(at(0, sale()), at(DAY, agentFlag(true)), at(30 * DAY, started())),
            instant -> RULES);

    assertThat(folded.orphans()).containsExactly(utc(0), utc(DAY));
    assertThat(folded.interactions())
        .singleElement()
        .satisfies(call -> assertThat(call.id().text()).isEqualTo("i1@" + utc(30 * DAY)));
  }
}
