package org.contactroi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.record.Customer.neverErased;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.contactroi.episode.Episode;
import org.contactroi.episode.EpisodeGrouping;
import org.contactroi.episode.EpisodeRules;
import org.contactroi.episode.Match;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.history.RandomNumbers;
import org.contactroi.interaction.Interaction;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.UsageLine;
import org.contactroi.interaction.fold.BrokenHistory;
import org.contactroi.interaction.fold.InteractionFold;
import org.contactroi.interaction.fold.Story;
import org.contactroi.kpi.family.Families;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.outputs.EpisodeRecord;
import org.contactroi.outputs.SessionTally;
import org.contactroi.topology.PlainSerdes;
import org.contactroi.topology.store.MemberCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An episode that is published says everything about itself but whose it is. */
@ExtendWith(RandomNumbers.class)
class EpisodeRecordsTest {

  private static final EpisodeRules RULES =
      new EpisodeRules("v1", Duration.ofDays(7), Match.CUSTOMER, Match.ISSUE);

  private final PlainSerdes.Writing writing = new PlainSerdes.Writing();
  private final PlainSerdes.Reading reading = new PlainSerdes.Reading();

  @Test
  void everyEpisodeComesBackAsItWasAndContributesTheSame(Random random) {
    int split = 0;
    for (Purpose purpose : Purpose.values()) {
      for (Episode episode : EpisodeGrouping.group(members(random), purpose, instant -> RULES)) {
        List<EpisodeRecord> parts = published(episode);
        Episode back = EpisodeRecords.toDomain(parts);
        assertThat(back).isEqualTo(episode);
        assertThat(Families.contributions(back)).isEqualTo(Families.contributions(episode));
        split += parts.size() > 1 ? 1 : 0;
      }
    }
    assertThat(split).as("episodes of several parts").isPositive();
  }

  @Test
  void aMemberComesBackAsItWasInStoresToo(Random random) {
    for (Member member : members(random)) {
      assertThat(MemberCodec.decode(MemberCodec.encode(member))).isEqualTo(member);
    }
  }

  @Test
  void sessionsHaveTheirClassInAnEpisodeOfTheBotLadder() {
    Member member = member("i1", 0);

    Episode episode = episode(Purpose.BOT, member);

    assertThat(published(episode).get(0).getMembers().get(0).getSessions())
        .extracting(SessionTally::getLadderClass)
        .containsExactly("RESOLVED_ASSUMED");
    assertThat(MemberRecords.toAvro(member).getSessions())
        .extracting(SessionTally::getLadderClass)
        .containsOnlyNulls();
  }

  @Test
  void theUsageOfAllPartsIsThatOfAllMembers() {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      members.add(member("i" + i, i));
    }

    List<EpisodeRecord> parts = published(episode(Purpose.BOT, members.toArray(Member[]::new)));

    assertThat(parts).hasSizeGreaterThan(2);
    assertThat(parts).extracting(EpisodeRecord::getPart).startsWith(0, 1, 2);
    assertThat(parts).extracting(EpisodeRecord::getParts).containsOnly(parts.size());
    assertThat(parts)
        .extracting(part -> writing.serialize("", part).length)
        .allMatch(length -> length < 256 * 1024);
    long contacts =
        parts.stream()
            .flatMap(part -> part.getUsage().stream())
            .filter(line -> line.getResource().equals(Resource.CONTACT.name()))
            .mapToLong(line -> line.getQuantity())
            .sum();
    assertThat(contacts).isEqualTo(2_000);
    assertThat(members.get(0).usage()).extracting(UsageLine::resource).contains(Resource.CONTACT);
  }

  @Test
  void itsKeyTellsPurposeFirstInteractionAndADigestOfTheCustomer() {
    Episode episode = episode(Purpose.FCR, member("i@1", 0));

    assertThat(EpisodeRecords.key("ac/me", null, episode, 0)).isEqualTo("ac%2Fme/fcr/i%401");
    assertThat(EpisodeRecords.key("acme", neverErased("c"), episode, 2))
        .matches("acme/fcr/i%401~[0-9a-f]{16}/2");
    assertThat(EpisodeRecords.key("acme", neverErased("c"), episode, 0))
        .isNotEqualTo(EpisodeRecords.key("acme", neverErased("d"), episode, 0));
  }

  @Test
  void noPartTellsTheCustomer() {
    EpisodeRecord record =
        EpisodeRecords.toAvro(
                "acme", neverErased("whose-it-is"), episode(Purpose.BOT, member("i", 0)))
            .get(0);

    assertThat(record.toString()).doesNotContain("whose-it-is");
    assertThat(EpisodeMember.getClassSchema().getField("customer_key")).isNull();
  }

  private List<EpisodeRecord> published(Episode episode) {
    return EpisodeRecords.toAvro("acme", neverErased("c1"), episode).stream()
        .map(part -> (EpisodeRecord) reading.deserialize("", writing.serialize("", part)))
        .toList();
  }

  private static Episode episode(Purpose purpose, Member... members) {
    return EpisodeGrouping.group(List.of(members), purpose, instant -> RULES).get(0);
  }

  /** A session of the bot a second long, begun so many seconds after the others. */
  private static Member member(String id, int second) {
    List<Interaction> parts =
        InteractionFold.fold(
                "acme",
                id,
                List.of(
                    Story.at(second, Story.startedBy("c1")),
                    Story.at(second, Story.botOf("7", "b")),
                    Story.at(second + 1, Story.ends("b", Story.answered())),
                    Story.at(second + 1, Story.ended())),
                instant -> Story.RULES)
            .interactions();
    return Member.of(parts.get(0));
  }

  private static List<Member> members(Random random) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      for (Interaction part :
          InteractionFold.fold(
                  "acme",
                  "i" + i,
                  new BrokenHistory(random.nextLong()).events(60),
                  instant -> Story.RULES)
              .interactions()) {
        if (part.isContact() && part.customerKey() != null) {
          members.add(Member.of(part));
        }
      }
    }
    return members;
  }
}
