package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.events.Channel;
import org.contactroi.oracle.OracleMatch;
import org.contactroi.oracle.OraclePolicy;

/** Policies chosen at random, and how they are configured. */
final class PolicyChoice {

  private static final List<List<String>> SLICES =
      List.of(
          List.of("all", "channel", "queue"),
          List.of("all", "issue", "bot"),
          List.of("all", "channel+queue", "attribute:site"),
          List.of("attribute:tier+bot"),
          List.of("all", "attribute:attribute9", "channel"));

  private PolicyChoice() {}

  static OraclePolicy of(Dice dice, String zone) {
    return new OraclePolicy(
        dice.pick("first", "2026-02", "v 1/2"),
        Instant.MIN,
        ZoneId.of(zone),
        new OraclePolicy.Episodes(
            Duration.ofHours(dice.pick(24, 36, 72, 168)),
            dice.pick(OracleMatch.values()),
            dice.pick(OracleMatch.values())),
        new OraclePolicy.Visits(
            Duration.ofSeconds(dice.pick(0, 10, 20)), Duration.ofSeconds(dice.pick(0, 3, 5))),
        gaps(dice),
        null,
        dice.pick(SLICES));
  }

  private static OraclePolicy.Gaps gaps(Dice dice) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    byChannel.put(Channel.VOICE, Duration.ofHours(dice.pick(1, 24)));
    byChannel.put(Channel.CHAT, Duration.ofMinutes(dice.pick(90, 1_440)));
    return new OraclePolicy.Gaps(
        byChannel, Duration.ofHours(dice.pick(6, 24, 72)), Duration.ofDays(dice.pick(3, 14)));
  }

  /** The fields of a policy, as they are configured. */
  static Map<String, String> fields(OraclePolicy policy) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("version", policy.version());
    fields.put("zone", policy.zone().getId());
    fields.put("repeat-window", policy.episodes().repeatWindow().toString());
    fields.put("bot-match", id(policy.episodes().botMatch()));
    fields.put("fcr-match", id(policy.episodes().fcrMatch()));
    fields.put("answer-threshold", policy.visits().answerThreshold().toString());
    fields.put("short-abandon", policy.visits().shortAbandon().toString());
    fields.put("gap.default", policy.gaps().otherwise().toString());
    fields.put("gap.longest", policy.gaps().longest().toString());
    for (Channel channel : Channel.values()) {
      Duration gap = policy.gaps().byChannel().getOrDefault(channel, policy.gaps().otherwise());
      fields.put("gap." + id(channel), gap.toString());
    }
    fields.put("slices", String.join(",", policy.slices()));
    return fields;
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
