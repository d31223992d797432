package org.contactroi.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.episode.Episode;
import org.contactroi.episode.LadderClass;
import org.contactroi.episode.Match;
import org.contactroi.episode.Member;
import org.contactroi.episode.Purpose;
import org.contactroi.interaction.UsageLine;
import org.contactroi.kpi.Breakdown;
import org.contactroi.kpi.Keys;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.outputs.EpisodeRecord;
import org.jspecify.annotations.Nullable;

/** Episodes as published. A long one is several records, so that none is large. */
public final class EpisodeRecords {

  /** Characters of the members in one part; a part has one member at least. */
  private static final int PART_CHARACTERS = 64 * 1024;

  /** Room of a member beside its long strings. */
  private static final int MEMBER_CHARACTERS = 256;

  /** Room of a line of usage beside its key, in the member and in the sum. */
  private static final int LINE_CHARACTERS = 64;

  private EpisodeRecords() {}

  /**
   * Key of a part: {@code tenant/purpose/episode}, with {@code /part} behind it from 1 on.
   *
   * @param customer null when not identified
   */
  public static String key(String tenant, @Nullable Customer customer, Episode episode, int part) {
    String key =
        Keys.join(tenant, purposeId(episode))
            + "/"
            + Keys.part(episode.first().id())
            + suffix(tenant, customer);
    return key(key, part);
  }

  /** Key of a part of an episode, by that of its first. */
  public static String key(String first, int part) {
    return part == 0 ? first : first + "/" + part;
  }

  /**
   * The parts of an episode, at least one.
   *
   * @param customer null when not identified; the records do not tell it
   */
  public static List<EpisodeRecord> toAvro(
      String tenant, @Nullable Customer customer, Episode episode) {
    EpisodeRecord.Builder record = head(tenant, suffix(tenant, customer), episode);
    List<List<LadderClass>> ladder = episode.ladder();
    List<Integer> cuts = cuts(episode.members());
    List<EpisodeRecord> records = new ArrayList<>(cuts.size() - 1);
    for (int part = 0; part < cuts.size() - 1; part++) {
      int from = cuts.get(part);
      int to = cuts.get(part + 1);
      List<Member> members = episode.members().subList(from, to);
      record.setPart(part).setParts(cuts.size() - 1);
      record.setMembers(members(members, ladder.subList(from, to))).setUsage(usage(members));
      records.add(record.build());
    }
    return records;
  }

  /** How many parts an episode has. */
  public static int parts(Episode episode) {
    return cuts(episode.members()).size() - 1;
  }

  /** The episode of its parts, all and in order. */
  public static Episode toDomain(List<EpisodeRecord> parts) {
    EpisodeRecord record = parts.get(0);
    return new Episode(
        Purpose.valueOf(record.getPurpose().toUpperCase(Locale.ROOT)),
        Match.valueOf(record.getMatch().toUpperCase(Locale.ROOT)),
        Duration.ofMillis(record.getRepeatWindowMs()),
        record.getPolicyVersion(),
        parts.stream()
            .flatMap(part -> part.getMembers().stream())
            .map(MemberRecords::toDomain)
            .toList());
  }

  private static EpisodeRecord.Builder head(String tenant, String suffix, Episode episode) {
    Member first = episode.first();
    return EpisodeRecord.newBuilder()
        .setTenantId(tenant)
        .setPurpose(purposeId(episode))
        .setMatch(episode.match().name().toLowerCase(Locale.ROOT))
        .setEpisodeId(first.id().text() + suffix)
        .setStart(Instant.ofEpochMilli(episode.start()))
        .setEnd(Instant.ofEpochMilli(episode.end()))
        .setIdentified(episode.isIdentified())
        .setChannel(first.channel().name())
        .setQueue(first.queue())
        .setIssue(first.issue())
        .setEligible(episode.isEligible())
        .setResolvedFirstContact(episode.isResolvedAtFirstContact())
        .setResolved(episode.isResolved())
        .setRepeats(episode.repeats())
        .setRepeatWindowMs(episode.repeatWindow().toMillis())
        .setOpenUntil(LocalDate.ofEpochDay(episode.openUntil()))
        .setPolicyVersion(episode.policyVersion());
  }

  private static String purposeId(Episode episode) {
    return episode.purpose().name().toLowerCase(Locale.ROOT);
  }

  /**
   * Behind the first interaction, for a known customer, a digest of the key. An interaction may
   * move from one customer to another, and the two are kept by different tasks: without the digest
   * the tombstone of the one could overtake the record of the other. The same holds for a customer
   * before and after an erasure.
   */
  private static String suffix(String tenant, @Nullable Customer customer) {
    return customer == null ? "" : "~" + CustomerDigest.brief(tenant, customer);
  }

  /** Where parts begin and the last one ends, so that none holds too many characters. */
  private static List<Integer> cuts(List<Member> members) {
    List<Integer> cuts = new ArrayList<>();
    cuts.add(0);
    int characters = 0;
    for (int i = 0; i < members.size(); i++) {
      int more = characters(members.get(i));
      if (characters > 0 && characters + more > PART_CHARACTERS) {
        cuts.add(i);
        characters = 0;
      }
      characters += more;
    }
    cuts.add(members.size());
    return cuts;
  }

  private static int characters(Member member) {
    int characters = MEMBER_CHARACTERS + member.issue().length() + member.id().source().length();
    for (Map.Entry<String, String> attribute : member.attributes().entrySet()) {
      characters += attribute.getKey().length() + attribute.getValue().length();
    }
    for (UsageLine line : member.usage()) {
      characters += LINE_CHARACTERS + line.key().length();
    }
    return characters;
  }

  private static List<EpisodeMember> members(List<Member> members, List<List<LadderClass>> ladder) {
    List<EpisodeMember> records = new ArrayList<>(members.size());
    for (int i = 0; i < members.size(); i++) {
      records.add(MemberRecords.toAvro(members.get(i), ladder.get(i)));
    }
    return records;
  }

  private static List<org.contactroi.outputs.UsageLine> usage(List<Member> members) {
    List<Breakdown.Line> lines = new ArrayList<>();
    for (Member member : members) {
      for (UsageLine line : member.usage()) {
        List<String> key = List.of(line.resource().name(), line.key(), member.channel().name());
        lines.add(new Breakdown.Line(key, line.quantity()));
      }
    }
    return Breakdown.sum(lines).lines().stream()
        .map(
            line ->
                new org.contactroi.outputs.UsageLine(
                    line.key().get(0), line.key().get(1), line.key().get(2), line.quantity(0)))
        .toList();
  }
}
