package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.episode.Contact.episode;
import static org.contactroi.episode.Contact.onDay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BotLadderTest {

  @Test
  void aSessionHandedOffIsHandedOffWhateverElseHappens() {
    assertThat(first(onDay(0).handedOff(), onDay(1))).containsExactly(LadderClass.HANDED_OFF);
  }

  @Test
  void aSessionNotAnsweredIsAbandonedAlsoWhenTheCustomerComesBack() {
    assertThat(first(onDay(0).unanswered(), onDay(1)))
        .containsExactly(LadderClass.ABANDONED_UNANSWERED);
  }

  @Test
  void anAnswerTheCustomerRejectedIsAbandonedEvenWhenFulfilled() {
    assertThat(first(onDay(0).rejected())).containsExactly(LadderClass.ABANDONED_UNANSWERED);
  }

  @Test
  void anAnswerAfterWhichTheCustomerComesBackHasFailedEvenWhenConfirmed() {
    assertThat(first(onDay(0).answered(), onDay(1))).containsExactly(LadderClass.FAILED_REPEAT);
    assertThat(first(onDay(0).confirmed(), onDay(1))).containsExactly(LadderClass.FAILED_REPEAT);
  }

  @Test
  void anOutboundContactAfterItIsNoFailure() {
    assertThat(first(onDay(0).answered(), onDay(1).outbound()))
        .containsExactly(LadderClass.RESOLVED_ASSUMED);
  }

  @Test
  void ofTwoInteractionsThatStartTogetherTheGreaterIdFollows() {
    Episode episode = episode(onDay(0).id("a").answered(), onDay(0).id("b").answered());

    assertThat(episode.ladder())
        .containsExactly(List.of(LadderClass.FAILED_REPEAT), List.of(LadderClass.RESOLVED_ASSUMED));
  }

  @Test
  void aConfirmedAnswerWithoutRepeatIsResolvedConfirmed() {
    assertThat(first(onDay(0).confirmed())).containsExactly(LadderClass.RESOLVED_CONFIRMED);
  }

  @Test
  void anyOtherAnswerIsAssumedToResolve() {
    assertThat(first(onDay(0).answered())).containsExactly(LadderClass.RESOLVED_ASSUMED);
    assertThat(first(onDay(0).of(null).answered())).containsExactly(LadderClass.RESOLVED_ASSUMED);
  }

  @Test
  void everySessionOfAnInteractionHasItsClass() {
    assertThat(first(onDay(0).handedOff().unanswered().confirmed()))
        .containsExactlyInAnyOrder(
            LadderClass.HANDED_OFF,
            LadderClass.ABANDONED_UNANSWERED,
            LadderClass.RESOLVED_CONFIRMED);
  }

  @Test
  void sessionsThatCannotBeHandedOffAreCountedApart() {
    Episode episode = episode(onDay(0).withoutHandoff().answered().answered(), onDay(1).answered());

    assertThat(episode.ladder()).containsExactly(List.of(), List.of(LadderClass.RESOLVED_ASSUMED));
    assertThat(episode.first().sessionCount()).isEqualTo(2);
  }

  @Test
  void sessionsThatWentAlikeAreOneTallyWithOneClass() {
    Member member = onDay(0).answered().unanswered().answered().member();

    assertThat(member.sessions())
        .containsExactly(
            new SessionTally(false, false, false, false, false, false, 1),
            new SessionTally(true, false, false, false, false, false, 2));
    assertThat(first(onDay(0).answered().unanswered().answered()))
        .containsExactly(LadderClass.ABANDONED_UNANSWERED, LadderClass.RESOLVED_ASSUMED);
  }

  @Test
  void whoWantedAPersonAndGotNoneIsNotHandledByTheBot() {
    Episode episode = episode(onDay(0).handoffFailed());

    assertThat(episode.ladder()).containsExactly(List.of(LadderClass.HANDOFF_FAILED));
    assertThat(episode.first().handled()).isFalse();
    assertThat(episode.isEligible()).isTrue();
    assertThat(episode.isResolvedAtFirstContact()).isFalse();
    assertThat(episode.isResolved()).isFalse();
  }

  @Test
  void anEpisodeThatBeginsWithAFailedHandoffIsNotResolvedAtFirstContactByTheNext() {
    Episode episode = episode(onDay(0).handoffFailed(), onDay(1).handled());

    assertThat(episode.isEligible()).isTrue();
    assertThat(episode.isResolvedAtFirstContact()).isFalse();
    assertThat(episode.isResolved()).isTrue();
  }

  @Test
  void theLadderHasTheClassesOfEveryMember() {
    Episode episode =
        episode(onDay(0).answered(), onDay(1).answered(), onDay(2).outbound().confirmed());

    assertThat(episode.ladder())
        .containsExactly(
            List.of(LadderClass.FAILED_REPEAT),
            List.of(LadderClass.RESOLVED_ASSUMED),
            List.of(LadderClass.RESOLVED_CONFIRMED));
  }

  @Test
  void ofAThousandSessionsEachFallsIntoOneClass() {
    Map<LadderClass, Integer> counts = new EnumMap<>(LadderClass.class);
    for (int i = 0; i < 1_000; i++) {
      first(customer(i)).forEach(each -> counts.merge(each, 1, Integer::sum));
    }

    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                LadderClass.HANDED_OFF, 250,
                LadderClass.ABANDONED_UNANSWERED, 150,
                LadderClass.FAILED_REPEAT, 90,
                LadderClass.RESOLVED_CONFIRMED, 200,
                LadderClass.RESOLVED_ASSUMED, 310));
  }

  /** 250 handed off, 150 unanswered, 200 confirmed, 90 answered who come back, 310 others. */
  private static Contact[] customer(int number) {
    if (number < 250) {
      return new Contact[] {onDay(0).handedOff()};
    }
    if (number < 400) {
      return new Contact[] {onDay(0).unanswered()};
    }
    if (number < 600) {
      return new Contact[] {onDay(0).confirmed()};
    }
    if (number < 690) {
      return new Contact[] {onDay(0).answered(), onDay(6)};
    }
    return new Contact[] {onDay(0).answered()};
  }

  private static List<LadderClass> first(Contact... contacts) {
    return episode(contacts).ladder().get(0);
  }
}
