package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.episode.Contact.DAY;
import static org.contactroi.episode.Contact.ZERO;
import static org.contactroi.episode.Contact.episode;
import static org.contactroi.episode.Contact.members;
import static org.contactroi.episode.Contact.onDay;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeTest {

  @Test
  void anEpisodeLastsFromItsFirstStartToItsLatestEnd() {
    Episode episode = episode(onDay(0).lasting(Duration.ofDays(5)), onDay(1));

    assertThat(episode.start()).isEqualTo(ZERO);
    assertThat(episode.end()).isEqualTo(ZERO + 5 * DAY);
    assertThat(episode.first()).isEqualTo(episode.members().get(0));
  }

  @Test
  void repeatsAreTheInboundMembersOtherThanTheFirstInboundOne() {
    assertThat(episode(onDay(0), onDay(1), onDay(2)).repeats()).isEqualTo(2);
    assertThat(episode(onDay(0)).repeats()).isZero();
  }

  @Test
  void outboundInteractionsAreNeverRepeats() {
    Episode episode = episode(onDay(0).outbound(), onDay(1), onDay(2).outbound(), onDay(3));

    assertThat(episode.repeats()).isEqualTo(1);
    assertThat(episode.inbound()).hasSize(2);
    assertThat(episode(onDay(0).outbound()).repeats()).isZero();
  }

  @Test
  void anEpisodeWithAHandledInboundMemberIsEligible() {
    assertThat(episode(onDay(0), onDay(1).handled()).isEligible()).isTrue();
    assertThat(episode(onDay(0), onDay(1).outbound().handled()).isEligible()).isFalse();
    assertThat(episode(onDay(0)).isEligible()).isFalse();
  }

  @Test
  void anAnsweredSessionThatIsNotHandedOffHandles() {
    assertThat(episode(onDay(0).answered()).isEligible()).isTrue();
    assertThat(episode(onDay(0).handedOff()).isEligible()).isFalse();
    assertThat(episode(onDay(0).unanswered()).isEligible()).isFalse();
  }

  @Test
  void anUnidentifiedEpisodeIsNotEligibleAndResolvedLikeAnyOther() {
    Episode episode = episode(onDay(0).of(null).handled());

    assertThat(episode.isEligible()).isFalse();
    assertThat(episode.isResolvedAtFirstContact()).isFalse();
    assertThat(episode.isResolved()).isTrue();
    assertThat(episode(onDay(0).of(null)).isResolved()).isFalse();
    assertThat(episode.repeats()).isZero();
  }

  @Test
  void unidentifiedMembersAreNeverRepeats() {
    assertThat(of(members(onDay(0).of(null), onDay(1).of(null))).repeats()).isZero();
  }

  @Test
  void oneHandledContactIsResolvedAtFirstContact() {
    assertThat(episode(onDay(0).handled()).isResolvedAtFirstContact()).isTrue();
  }

  @Test
  void anInboundMemberAfterTheFirstHandledOneBreaksFirstContactResolution() {
    assertThat(episode(onDay(0).handled(), onDay(1)).isResolvedAtFirstContact()).isFalse();
  }

  @Test
  void unhandledContactsBeforeTheFirstHandledOneDoNot() {
    assertThat(episode(onDay(0), onDay(1).handled()).isResolvedAtFirstContact()).isTrue();
  }

  @Test
  void anOutboundMemberAfterItDoesNot() {
    assertThat(episode(onDay(0).handled(), onDay(1).outbound()).isResolvedAtFirstContact())
        .isTrue();
  }

  @Test
  void withoutHandledContactNothingIsResolved() {
    Episode episode = episode(onDay(0), onDay(1).outbound().handled());

    assertThat(episode.isResolvedAtFirstContact()).isFalse();
    assertThat(episode.isResolved()).isFalse();
  }

  @Test
  void anEpisodeIsResolvedWhenItsLastInboundMemberIsHandled() {
    assertThat(episode(onDay(0), onDay(1).handled(), onDay(2).handled()).isResolved()).isTrue();
    assertThat(episode(onDay(0).handled(), onDay(2).outbound()).isResolved()).isTrue();
    assertThat(episode(onDay(0).handled(), onDay(2)).isResolved()).isFalse();
  }

  @Test
  void anEpisodeHasMembersInOrder() {
    assertThatThrownBy(() -> of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> of(members(onDay(1).id("later"), onDay(0).id("b"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("b is not");
  }

  @Test
  void anEpisodeIsOpenUntilTheDayInWhichItsRepeatWindowPasses() {
    Episode twelveHours = episode(onDay(0).lasting(Duration.ofHours(11)));
    Episode longer = episode(onDay(0).lasting(Duration.ofHours(12)));

    assertThat(LocalDate.ofEpochDay(twelveHours.openUntil())).isEqualTo("2026-03-09");
    assertThat(LocalDate.ofEpochDay(longer.openUntil())).isEqualTo("2026-03-10");
  }

  private static Episode of(List<Member> members) {
    return new Episode(Purpose.BOT, Match.CUSTOMER, Contact.WEEK, "v1", members);
  }
}
