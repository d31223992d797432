package org.contactroi.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contactroi.events.Channel;
import org.contactroi.oracle.OracleOpeningHours;
import org.contactroi.oracle.OraclePolicy;
import org.contactroi.simulator.scenario.Policy;

/** Policies chosen at random. */
final class PolicyChoice {

  private static final List<List<Policy.Slice>> SLICES =
      Stream.of(
              "all channel queue",
              "all issue bot",
              "all channel+queue attribute:site",
              "attribute:tier+bot",
              "all attribute:attribute9 channel")
          .map(ids -> Stream.of(ids.split(" ", -1)).map(Policy.Slice::of).toList())
          .toList();

  private PolicyChoice() {}

  /** One to three versions, the first valid from the beginning. */
  static List<OraclePolicy> versions(Dice dice, String zone, Supplier<Instant> anyTime) {
    List<OraclePolicy> versions = new ArrayList<>();
    versions.add(version("first", Instant.MIN, dice, zone));
    Set<Instant> begins = new TreeSet<>();
    for (int left = dice.below(3); left > 0; left--) {
      begins.add(anyTime.get());
    }
    for (Instant begin : begins) {
      OraclePolicy later = version("v %d/é".formatted(versions.size()), begin, dice, zone);
      versions.add(later.withOpeningHours(dice.oneIn(4) ? null : openingHours(dice)));
    }
    return versions;
  }

  private static OraclePolicy version(String name, Instant validFrom, Dice dice, String zone) {
    return new OraclePolicy(
        name,
        validFrom,
        ZoneId.of(zone),
        new Policy.Episodes(
            Duration.ofHours(dice.pick(24, 36, 72, 168)).toMillis(),
            dice.pick(Policy.Match.values()),
            dice.pick(Policy.Match.values())),
        new Policy.Waiting(1_000L * dice.pick(0, 10, 20), 1_000L * dice.pick(0, 3, 5)),
        gaps(dice),
        null,
        dice.pick(SLICES));
  }

  /** A break at noon or none, some days closed, and a night that goes on past midnight. */
  private static OracleOpeningHours openingHours(Dice dice) {
    List<OracleOpeningHours.Span> spans = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      switch (dice.below(4)) {
        case 0 -> spans.add(span(day, dice.below(8), 12 + dice.below(12)));
        case 1 -> {
          spans.add(span(day, dice.below(8), 12));
          spans.add(span(day, 13, 14 + dice.below(10)));
        }
        case 2 -> {
          spans.add(span(day, 0, 2));
          spans.add(span(day, 20, 24));
        }
        default -> {}
      }
    }
    return new OracleOpeningHours(spans);
  }

  private static OracleOpeningHours.Span span(DayOfWeek day, int from, int until) {
    return new OracleOpeningHours.Span(day, LocalTime.of(from, 30), LocalTime.of(until % 24, 0));
  }

  private static OraclePolicy.Gaps gaps(Dice dice) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    byChannel.put(Channel.VOICE, Duration.ofHours(dice.pick(1, 24)));
    byChannel.put(Channel.CHAT, Duration.ofMinutes(dice.pick(90, 1_440)));
    return new OraclePolicy.Gaps(
        byChannel, Duration.ofHours(dice.pick(6, 24, 72)), Duration.ofDays(dice.pick(3, 14)));
  }
}
