package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contactroi.episode.Contact.DAY;
import static org.contactroi.episode.Contact.WEEK;
import static org.contactroi.episode.Contact.ZERO;
import static org.contactroi.episode.Contact.at;
import static org.contactroi.episode.Contact.episodes;
import static org.contactroi.episode.Contact.group;
import static org.contactroi.episode.Contact.onDay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EpisodeGroupingTest {

  @Test
  void callsOnDays0And3And9And20AreTwoEpisodesInAWindowOfSevenDays() {
    List<Episode> episodes =
        episodes(
            Match.CUSTOMER,
            onDay(0).handled(),
            onDay(3).handled(),
            onDay(9).handled(),
            onDay(20).handled());

    assertThat(days(episodes)).containsExactly(List.of(0L, 3L, 9L), List.of(20L));
    assertThat(episodes).filteredOn(Episode::isEligible).hasSize(2);
    assertThat(episodes).filteredOn(Episode::isResolvedAtFirstContact).hasSize(1);
    assertThat(episodes.stream().mapToLong(Episode::repeats).sum()).isEqualTo(2);
  }

  @Test
  void theWindowRunsFromTheLatestEndSoFarAndItsEndStillJoins() {
    Contact hour = at(0).lasting(Duration.ofHours(1));
    long last = Duration.ofHours(1).plus(WEEK).toMillis();

    assertThat(episodes(Match.CUSTOMER, hour, at(last))).hasSize(1);
    assertThat(episodes(Match.CUSTOMER, hour, at(last + 1))).hasSize(2);
  }

  @Test
  void theLatestEndIsNotAlwaysThatOfTheLastMember() {
    Contact lastsUntilDay9 = onDay(0).lasting(Duration.ofDays(9));

    assertThat(episodes(Match.CUSTOMER, lastsUntilDay9, onDay(1), onDay(15))).hasSize(1);
  }

  @Test
  void overlapJoinsEvenInAnEmptyWindow() {
    Contact hour = at(0).lasting(Duration.ofHours(1));
    Contact within = at(Duration.ofMinutes(30).toMillis());

    assertThat(episodes(Match.CUSTOMER, Duration.ZERO, hour, within)).hasSize(1);
  }

  @Test
  void anInteractionMoreThanSixtyDaysAfterTheFirstStartBeginsANewEpisode() {
    List<Contact> weekly = new ArrayList<>();
    for (int day = 0; day <= 70; day += 5) {
      weekly.add(onDay(day));
    }

    assertThat(episodes(Match.CUSTOMER, weekly.toArray(Contact[]::new)))
        .extracting(Episode::start)
        .containsExactly(ZERO, ZERO + 65 * DAY);
  }

  @Test
  void afterSixtyDaysNotEvenOverlapJoins() {
    Contact endless = onDay(0).lasting(Duration.ofDays(90));

    assertThat(episodes(Match.CUSTOMER, endless, at(60 * DAY), at(60 * DAY + 1))).hasSize(2);
  }

  @Test
  void membersAreOrderedByStartThenIdBytes() {
    Episode episode =
        Contact.episode(
            onDay(1).id("a"), onDay(0).id("\uD83D\uDE00"), onDay(0).id("\uFFFD"), onDay(0).id("Z"));

    assertThat(episode.members())
        .extracting(member -> member.id().text())
        .containsExactly("Z", "\uFFFD", "\uD83D\uDE00", "a");
  }

  @Test
  void byIssueOnlyInteractionsOfOneIssueMeet() {
    List<Episode> episodes =
        episodes(
            Match.ISSUE,
            onDay(0).about("q", "bill"),
            onDay(1).about("q", "card"),
            onDay(2).about("r", "bill"));

    assertThat(days(episodes)).containsExactly(List.of(0L, 2L), List.of(1L));
  }

  @Test
  void byQueueOnlyInteractionsOfOneQueueMeet() {
    List<Episode> episodes =
        episodes(
            Match.QUEUE,
            onDay(0).about("q", "bill"),
            onDay(1).about("q", "card"),
            onDay(2).about("r", "bill"));

    assertThat(days(episodes)).containsExactly(List.of(0L, 1L), List.of(2L));
  }

  @Test
  void byCustomerAllMeet() {
    assertThat(episodes(Match.CUSTOMER, onDay(0).about("q", "bill"), onDay(1).about("r", "card")))
        .hasSize(1);
  }

  @Test
  void outboundInteractionsJoinAndExtend() {
    List<Episode> episodes = episodes(Match.CUSTOMER, onDay(0), onDay(6).outbound(), onDay(12));

    assertThat(days(episodes)).containsExactly(List.of(0L, 6L, 12L));
  }

  @Test
  void withoutCustomerEachInteractionIsAnUnidentifiedEpisodeOfOne() {
    List<Episode> episodes = episodes(Match.CUSTOMER, onDay(0).of(null), onDay(0).of(null).id("b"));

    assertThat(episodes).hasSize(2).noneMatch(Episode::isIdentified);
  }

  @Test
  void anUnidentifiedInteractionTakesNobodyIn() {
    List<Member> members = Contact.members(onDay(0).of(null), onDay(1).of(null), onDay(2));

    assertThat(days(group(members, Match.CUSTOMER, WEEK)))
        .containsExactly(List.of(0L), List.of(1L), List.of(2L));
  }

  @Test
  void aTestIsNoMember() {
    assertThatThrownBy(() -> onDay(0).id("t").test().member())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interaction t is no contact");
  }

  @Test
  void aNegativeWindowIsRefused() {
    assertThatThrownBy(
            () -> new EpisodeRules("v1", Duration.ofHours(-1), Match.CUSTOMER, Match.ISSUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1H");
  }

  @Test
  void everyPurposeHasItsMatch() {
    EpisodeRules rules = new EpisodeRules("v1", WEEK, Match.CUSTOMER, Match.ISSUE);
    List<Member> members =
        Contact.members(onDay(0).about("q", "bill"), onDay(1).about("q", "card"));

    assertThat(EpisodeGrouping.group(members, Purpose.BOT, instant -> rules)).hasSize(1);
    assertThat(EpisodeGrouping.group(members, Purpose.FCR, instant -> rules)).hasSize(2);
  }

  @Test
  void anEpisodeKeepsTheRulesValidAtItsFirstStart() {
    EpisodeRulesAt shorterFromDay5 =
        instant ->
            instant < ZERO + 5 * DAY
                ? new EpisodeRules("v1", WEEK, Match.CUSTOMER, Match.ISSUE)
                : new EpisodeRules("v2", Duration.ofDays(1), Match.CUSTOMER, Match.ISSUE);
    List<Member> members = Contact.members(onDay(0), onDay(6), onDay(12), onDay(20), onDay(22));

    List<Episode> episodes = EpisodeGrouping.group(members, Purpose.BOT, shorterFromDay5);

    assertThat(days(episodes)).containsExactly(List.of(0L, 6L, 12L), List.of(20L), List.of(22L));
    assertThat(episodes).extracting(Episode::policyVersion).containsExactly("v1", "v2", "v2");
  }

  @Test
  void ofSeveralEpisodesThatTakeAnInteractionInTheOneBegunLastGetsIt() {
    EpisodeRulesAt byCustomerFromDay2 =
        instant ->
            new EpisodeRules(
                "v", WEEK, instant < ZERO + 2 * DAY ? Match.ISSUE : Match.CUSTOMER, Match.ISSUE);
    List<Member> members =
        Contact.members(
            onDay(0).about("q", "bill"),
            onDay(1).about("q", "card"),
            onDay(2).about("q", "other"),
            onDay(3).about("q", "bill"),
            onDay(4).about("q", "card"));

    assertThat(days(EpisodeGrouping.group(members, Purpose.BOT, byCustomerFromDay2)))
        .containsExactly(List.of(0L), List.of(1L), List.of(2L, 3L, 4L));
  }

  @Test
  void everyOrderOfTheInteractionsGivesTheSameEpisodes() {
    long seed = 7;
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Contact contact = onDay(random.nextInt(400)).id("i" + i);
      members.add(contact.about("q" + random.nextInt(2), "i" + random.nextInt(3)).member());
    }
    for (Match match : Match.values()) {
      List<Episode> expected = group(members, match, WEEK);
      for (int i = 0; i < 20; i++) {
        Collections.shuffle(members, random);
        assertThat(group(members, match, WEEK)).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @Test
  void fiftyThousandMembersOfOneCustomerAreGrouped() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      members.add(at(i * 60_000L).id("i" + i).answered().member());
    }
    Collections.shuffle(members, new Random(1));
    Episode episode = group(members, Match.CUSTOMER, WEEK).get(0);

    assertThat(episode.members()).hasSize(50_000);
    assertThat(episode.repeats()).isEqualTo(49_999);
    assertThat(episode.ladder()).hasSize(50_000);
  }

  private static List<List<Long>> days(List<Episode> episodes) {
    return episodes.stream()
        .map(
            episode ->
                episode.members().stream().map(member -> (member.start() - ZERO) / DAY).toList())
        .toList();
  }
}
