package org.contactroi.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
      versions.add(later.withOpeningHours(calendar(dice, begin, anyTime)));
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
        List.of(),
        dice.pick(SLICES));
  }

  /** None, or one to three versions, the first not younger than the policy, which needs it. */
  private static List<OracleOpeningHours> calendar(
      Dice dice, Instant begin, Supplier<Instant> anyTime) {
    Map<Instant, OracleOpeningHours> versions = new TreeMap<>();
    for (int left = dice.below(4); left > 0; left--) {
      Instant validFrom =
          versions.isEmpty() ? begin.minus(Duration.ofDays(dice.below(3))) : anyTime.get();
      versions.put(validFrom, openingHours(dice, validFrom, anyTime));
    }
    return List.copyOf(versions.values());
  }

  /** Some days closed, and dates with hours of their own. */
  private static OracleOpeningHours openingHours(
      Dice dice, Instant validFrom, Supplier<Instant> anyTime) {
    Map<DayOfWeek, List<OracleOpeningHours.Times>> weekly = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      weekly.put(day, times(dice));
    }
    weekly.values().removeIf(List::isEmpty);
    Map<LocalDate, List<OracleOpeningHours.Times>> exceptions = new TreeMap<>();
    for (int left = dice.below(5); left > 0; left--) {
      exceptions.put(anyTime.get().atZone(ZoneOffset.UTC).toLocalDate(), times(dice));
    }
    return new OracleOpeningHours(validFrom, weekly, exceptions);
  }

  /** A break at noon or none, closed, around the clock, or a night that goes on past midnight. */
  private static List<OracleOpeningHours.Times> times(Dice dice) {
    return switch (dice.below(5)) {
      case 0 -> List.of(times(dice.below(8), 12 + dice.below(13)));
      case 1 -> List.of(times(dice.below(8), 12), times(13, 14 + dice.below(11)));
      case 2 -> List.of(times(0, 2), times(20, 24));
      case 3 -> List.of(new OracleOpeningHours.Times(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
      default -> List.of();
    };
  }

  private static OracleOpeningHours.Times times(int from, int until) {
    return new OracleOpeningHours.Times(LocalTime.of(from, 30), LocalTime.of(until % 24, 0));
  }

  private static OraclePolicy.Gaps gaps(Dice dice) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    byChannel.put(Channel.VOICE, Duration.ofHours(dice.pick(1, 24)));
    byChannel.put(Channel.CHAT, Duration.ofMinutes(dice.pick(90, 1_440)));
    return new OraclePolicy.Gaps(
        byChannel, Duration.ofHours(dice.pick(6, 24, 72)), Duration.ofDays(dice.pick(3, 14)));
  }
}
