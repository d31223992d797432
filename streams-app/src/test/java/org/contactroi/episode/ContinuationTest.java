package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.episode.Contact.DAY;
import static org.contactroi.episode.Contact.ZERO;
import static org.contactroi.episode.Contact.episode;
import static org.contactroi.episode.Contact.episodes;
import static org.contactroi.episode.Contact.onDay;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One contact under two ids is in the episode of the first, and no contact more. */
class ContinuationTest {

  @Test
  void theFirstOfAnEpisodeIsNeverOneThatGoesOnWithAnother() {
    Contact first = onDay(0).id("b").about("q", "bill");
    Episode episode = episode(onDay(0).id("a").about("r", "card").goingOnWith(first), first);

    assertThat(episode.members())
        .extracting(member -> member.id().text())
        .containsExactly("a", "b");
    assertThat(episode.first().id().text()).isEqualTo("b");
    assertThat(episode.first().issue()).isEqualTo("bill");
  }

  @Test
  void theEpisodeEndsAtTheLaterOfBothEnds() {
    Contact first = onDay(0);
    Contact longer = onDay(0.1).lasting(Duration.ofDays(5)).goingOnWith(first);

    assertThat(episode(first, longer).end()).isEqualTo(ZERO + Math.round(5.1 * DAY));
    assertThat(episodes(Match.CUSTOMER, first, longer, onDay(12))).hasSize(1);
    assertThat(episodes(Match.CUSTOMER, first, onDay(12))).hasSize(2);
    assertThat(episode(first.lasting(Duration.ofDays(9)), longer).end()).isEqualTo(ZERO + 9 * DAY);
  }

  @Test
  void whatGoesOnWithAnotherIsNotGroupedByItself() {
    Contact first = onDay(0).about("q", "bill");
    Contact other = onDay(1).about("q", "card").goingOnWith(first);
    Contact third = onDay(2).about("q", "card");

    assertThat(episodes(Match.ISSUE, first, other, third))
        .extracting(episode -> episode.members().size())
        .containsExactly(2, 1);
    assertThat(episodes(Match.ISSUE, other)).as("the first is in none of these").isEmpty();
  }

  @Test
  void anUnidentifiedContactIsJoinedByWhatGoesOnWithIt() {
    Contact first = onDay(0).of(null);

    assertThat(episodes(Match.CUSTOMER, first, onDay(0.1).of(null).goingOnWith(first)))
        .extracting(episode -> episode.members().size())
        .containsExactly(2);
  }

  @Test
  void itIsNoContactAndNoRepeat() {
    Contact first = onDay(0).handled();
    Episode episode = episode(first, onDay(0.1).handled().goingOnWith(first));

    assertThat(episode.contacts()).isEqualTo(1);
    assertThat(episode.repeats()).isZero();
    assertThat(episode.isResolvedAtFirstContact()).isTrue();
    assertThat(episode.isResolved()).isTrue();
  }

  @Test
  void aSessionBeforeItHasNotFailed() {
    Contact first = onDay(0).answered();
    Episode episode = episode(first, onDay(0.1).answered().goingOnWith(first));

    assertThat(episode.ladder())
        .containsExactly(
            List.of(LadderClass.RESOLVED_ASSUMED), List.of(LadderClass.RESOLVED_ASSUMED));
  }

  @Test
  void aContactThatFollowsBothIsARepeatOfBoth() {
    Contact first = onDay(0).answered();
    Episode episode = episode(first, onDay(0.1).answered().goingOnWith(first), onDay(1));

    assertThat(episode.repeats()).isEqualTo(1);
    assertThat(episode.ladder().subList(0, 2))
        .containsExactly(List.of(LadderClass.FAILED_REPEAT), List.of(LadderClass.FAILED_REPEAT));
  }

  @Test
  void anEpisodeWithoutAnInboundMemberWasSoughtByNobody() {
    Contact first = onDay(0).outbound();

    assertThat(episode(first, onDay(0.1).goingOnWith(first)).isSought()).isFalse();
    assertThat(episode(first, onDay(1)).isSought()).isTrue();
  }
}
