package org.contactroi.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.contactroi.events.Channel;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tenant's policy.
 *
 * @param openingHours null when always open
 * @param slices slice ids as {@code all}, {@code channel+queue}, {@code attribute:site}
 */
public record OraclePolicy(
    String version,
    Instant validFrom,
    ZoneId zone,
    Episodes episodes,
    Visits visits,
    Gaps gaps,
    @Nullable OracleOpeningHours openingHours,
    List<String> slices) {

  /** The silence after which a later contact is a new episode, and the matches. */
  public record Episodes(Duration repeatWindow, OracleMatch botMatch, OracleMatch fcrMatch) {}

  /** T, the longest wait of a good answer, and S, the longest of a short abandon. */
  public record Visits(Duration answerThreshold, Duration shortAbandon) {}

  /** Silence that ends an interaction, by channel; G is the longest. */
  public record Gaps(Map<Channel, Duration> byChannel, Duration otherwise, Duration longest) {}

  /** The defaults of the KPI page, valid from the beginning, in UTC. */
  public static OraclePolicy standard() {
    Duration day = Duration.ofDays(1);
    return new OraclePolicy(
        "default",
        Instant.MIN,
        ZoneOffset.UTC,
        new Episodes(Duration.ofDays(7), OracleMatch.CUSTOMER, OracleMatch.ISSUE),
        new Visits(Duration.ofSeconds(20), Duration.ofSeconds(5)),
        new Gaps(
            Map.of(Channel.VOICE, day, Channel.VIDEO, day, Channel.CHAT, day),
            Duration.ofDays(3),
            Duration.ofDays(14)),
        null,
        List.of("all", "channel", "queue", "issue", "bot", "channel+queue"));
  }

  /** The same rules as a version of its own. */
  public OraclePolicy since(String newVersion, Instant newValidFrom) {
    return new OraclePolicy(
        newVersion, newValidFrom, zone, episodes, visits, gaps, openingHours, slices);
  }

  public OraclePolicy withZone(ZoneId other) {
    return new OraclePolicy(
        version, validFrom, other, episodes, visits, gaps, openingHours, slices);
  }

  public OraclePolicy withEpisodes(Episodes other) {
    return new OraclePolicy(version, validFrom, zone, other, visits, gaps, openingHours, slices);
  }

  public OraclePolicy withVisits(Visits other) {
    return new OraclePolicy(version, validFrom, zone, episodes, other, gaps, openingHours, slices);
  }

  public OraclePolicy withGaps(Gaps other) {
    return new OraclePolicy(
        version, validFrom, zone, episodes, visits, other, openingHours, slices);
  }

  public OraclePolicy withOpeningHours(@Nullable OracleOpeningHours other) {
    return new OraclePolicy(version, validFrom, zone, episodes, visits, gaps, other, slices);
  }

  public OraclePolicy withSlices(String... others) {
    return new OraclePolicy(
        version, validFrom, zone, episodes, visits, gaps, openingHours, List.of(others));
  }

  /** "Gap by channel (policy) ... never above G". Milliseconds. */
  long gap(Channel channel) {
    Duration gap = gaps.byChannel.getOrDefault(channel, gaps.otherwise);
    return Math.min(gap.toMillis(), longestGap());
  }

  /** G, milliseconds. */
  long longestGap() {
    return gaps.longest.toMillis();
  }

  /** W, milliseconds. */
  long repeatWindow() {
    return episodes.repeatWindow.toMillis();
  }

  boolean isOpen(long instant) {
    return openingHours == null || openingHours.isOpen(instant, zone);
  }
}
