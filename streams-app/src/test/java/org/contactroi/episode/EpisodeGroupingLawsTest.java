package org.contactroi.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.episode.Contact.DAY;
import static org.contactroi.episode.Contact.ZERO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.contactroi.history.RandomNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Laws of grouping for every history and every succession of rules. */
@ExtendWith(RandomNumbers.class)
class EpisodeGroupingLawsTest {

  private static final List<Match> MATCHES = List.of(Match.values());

  private final Random random;

  EpisodeGroupingLawsTest(Random random) {
    this.random = random;
  }

  @Test
  void groupingIsWhatAskingEveryEpisodeFromTheLastBegunBackwardsGives() {
    for (int run = 0; run < 300; run++) {
      List<EpisodeRules> versions = versions();
      EpisodeRulesAt rulesAt = instant -> versions.get(version(instant));
      List<Member> members = members();

      List<Episode> episodes = EpisodeGrouping.group(members, Purpose.FCR, rulesAt);

      assertThat(episodes.stream().map(Episode::members))
          .as("run %d", run)
          .containsExactlyElementsOf(asked(members, rulesAt));
    }
  }

  @Test
  void everyMemberIsInOneEpisode() {
    for (int run = 0; run < 100; run++) {
      List<EpisodeRules> versions = versions();
      List<Member> members = members();

      List<Episode> episodes =
          EpisodeGrouping.group(members, Purpose.BOT, instant -> versions.get(version(instant)));

      assertThat(episodes.stream().flatMap(episode -> episode.members().stream()))
          .as("run %d", run)
          .containsExactlyInAnyOrderElementsOf(members);
    }
  }

  private static List<List<Member>> asked(List<Member> members, EpisodeRulesAt rulesAt) {
    List<Member> ordered = new ArrayList<>(members);
    ordered.sort(Member.ORDER);
    List<List<Member>> episodes = new ArrayList<>();
    for (Member member : ordered) {
      joined(member, episodes, rulesAt).add(member);
    }
    return episodes;
  }

  private static List<Member> joined(
      Member member, List<List<Member>> episodes, EpisodeRulesAt rulesAt) {
    for (int i = episodes.size() - 1; i >= 0; i--) {
      if (takesIn(episodes.get(i), member, rulesAt)) {
        return episodes.get(i);
      }
    }
    episodes.add(new ArrayList<>());
    return episodes.get(episodes.size() - 1);
  }

  private static boolean takesIn(List<Member> episode, Member member, EpisodeRulesAt rulesAt) {
    Member first = episode.get(0);
    EpisodeRules rules = rulesAt.at(first.start());
    long end = episode.stream().mapToLong(Member::end).max().orElseThrow();
    return rules.fcrMatch().valueOf(member).equals(rules.fcrMatch().valueOf(first))
        && member.start() <= end + rules.repeatWindow().toMillis()
        && member.start() <= first.start() + 60 * DAY;
  }

  /** A version every 30 days. */
  private static int version(long instant) {
    return (int) Math.min(5, (instant - ZERO) / (30 * DAY));
  }

  private List<EpisodeRules> versions() {
    List<EpisodeRules> versions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      versions.add(
          new EpisodeRules("v" + i, Duration.ofDays(random.nextInt(15)), match(), match()));
    }
    return versions;
  }

  private Match match() {
    return MATCHES.get(random.nextInt(MATCHES.size()));
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      members.add(
          Contact.at(random.nextInt(180) * DAY)
              .id("i" + i)
              .about("q" + random.nextInt(3), "i" + random.nextInt(3))
              .lasting(Duration.ofDays(random.nextInt(6)))
              .member());
    }
    Collections.shuffle(members, random);
    return members;
  }
}
