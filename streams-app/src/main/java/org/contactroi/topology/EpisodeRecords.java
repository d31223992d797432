package org.contactroi.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.contactroi.episode.Episode;
import org.contactroi.episode.LadderClass;
import org.contactroi.interaction.Interaction;
import org.contactroi.kpi.Contributions;
import org.contactroi.kpi.Keys;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.outputs.EpisodeMember;
import org.contactroi.outputs.EpisodeRecord;

/** Episodes as published. */
final class EpisodeRecords {

  private static final int DIGEST_BYTES = 8;

  private EpisodeRecords() {}

  /** Key of an episode: {@code tenant/match/episode}. */
  static String key(Episode episode) {
    return Keys.join(episode.tenant(), matchId(episode), id(episode));
  }

  static EpisodeRecord toAvro(Episode episode, KpiPolicy policy) {
    Interaction first = episode.first();
    return EpisodeRecord.newBuilder()
        .setTenantId(episode.tenant())
        .setMatch(matchId(episode))
        .setEpisodeId(id(episode))
        .setStart(Instant.ofEpochMilli(episode.start()))
        .setEnd(Instant.ofEpochMilli(episode.end()))
        .setIdentified(episode.isIdentified())
        .setChannel(first.channel().name())
        .setQueue(first.queue())
        .setIssue(first.issue())
        .setMembers(members(episode))
        .setEligible(episode.isEligible())
        .setResolvedFirstContact(episode.isResolvedAtFirstContact())
        .setResolved(episode.isResolved())
        .setRepeats(episode.repeats())
        .setOpenUntil(
            LocalDate.ofEpochDay(Contributions.openUntilDay(episode, policy.repeatWindow())))
        .setPolicyVersion(policy.version())
        .build();
  }

  /**
   * The first interaction and, for a known customer, a digest of the key. An interaction may move
   * from one customer to another, and the two are kept by different tasks: without the digest the
   * tombstone of the one could overtake the record of the other.
   */
  private static String id(Episode episode) {
    String customerKey = episode.first().customerKey();
    return customerKey == null
        ? episode.first().id()
        : episode.first().id() + "~" + digest(episode.tenant(), customerKey);
  }

  private static String matchId(Episode episode) {
    return episode.match().name().toLowerCase(Locale.ROOT);
  }

  private static List<EpisodeMember> members(Episode episode) {
    List<List<LadderClass>> ladder = episode.ladder();
    List<EpisodeMember> members = new ArrayList<>(ladder.size());
    for (int i = 0; i < ladder.size(); i++) {
      members.add(member(episode.members().get(i), ladder.get(i)));
    }
    return members;
  }

  private static EpisodeMember member(Interaction interaction, List<LadderClass> classes) {
    return EpisodeMember.newBuilder()
        .setInteractionId(interaction.id())
        .setStart(Instant.ofEpochMilli(interaction.start()))
        .setEnd(Instant.ofEpochMilli(interaction.end()))
        .setInbound(interaction.isInbound())
        .setHandled(interaction.isHandled())
        .setSessionClasses(classes.stream().map(LadderClass::name).toList())
        .build();
  }

  private static String digest(String tenant, String customerKey) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Keys.join(tenant, customerKey).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
