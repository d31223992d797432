package org.contactroi.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.simulator.count.Rules;
import org.contactroi.simulator.scenario.Policy;

/**
 * One version of a tenant's policy.
 *
 * @param openingHours versions of its calendar; none when always open
 */
public record OraclePolicy(
    String version,
    Instant validFrom,
    ZoneId zone,
    Policy.Episodes episodes,
    Policy.Waiting waiting,
    Gaps gaps,
    List<OracleOpeningHours> openingHours,
    List<Policy.Slice> slices) {

  /** Silence that ends an interaction, by channel; G is the longest. */
  public record Gaps(Map<Channel, Duration> byChannel, Duration otherwise, Duration longest) {}

  /** The defaults of the KPI page, valid from the beginning, in UTC. */
  public static OraclePolicy standard() {
    Duration day = Duration.ofDays(1);
    return new OraclePolicy(
        "default",
        Instant.MIN,
        ZoneOffset.UTC,
        Policy.DEFAULT.episodes(),
        Policy.DEFAULT.waiting(),
        new Gaps(
            Map.of(Channel.VOICE, day, Channel.VIDEO, day, Channel.CHAT, day),
            Duration.ofDays(3),
            Duration.ofDays(14)),
        List.of(),
        Policy.DEFAULT.slices());
  }

  /** The same rules as a version of its own. */
  public OraclePolicy since(String newVersion, Instant newValidFrom) {
    return new OraclePolicy(
        newVersion, newValidFrom, zone, episodes, waiting, gaps, openingHours, slices);
  }

  public OraclePolicy withZone(ZoneId other) {
    return new OraclePolicy(
        version, validFrom, other, episodes, waiting, gaps, openingHours, slices);
  }

  public OraclePolicy withEpisodes(Policy.Episodes other) {
    return new OraclePolicy(version, validFrom, zone, other, waiting, gaps, openingHours, slices);
  }

  public OraclePolicy withWaiting(Policy.Waiting other) {
    return new OraclePolicy(version, validFrom, zone, episodes, other, gaps, openingHours, slices);
  }

  public OraclePolicy withGaps(Gaps other) {
    return new OraclePolicy(
        version, validFrom, zone, episodes, waiting, other, openingHours, slices);
  }

  public OraclePolicy withOpeningHours(List<OracleOpeningHours> other) {
    return new OraclePolicy(version, validFrom, zone, episodes, waiting, gaps, other, slices);
  }

  public OraclePolicy withSlices(String... others) {
    return new OraclePolicy(
        version,
        validFrom,
        zone,
        episodes,
        waiting,
        gaps,
        openingHours,
        Stream.of(others).map(Policy.Slice::of).toList());
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

  /** The rules of what begins under it. */
  Rules rules() {
    return new Rules(
        episodes,
        waiting,
        at -> OracleOpeningHours.isOpen(openingHours, at, zone),
        (from, to) -> OracleOpeningHours.between(openingHours, from, to, zone),
        slices);
  }
}
