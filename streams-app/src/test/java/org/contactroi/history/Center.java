package org.contactroi.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.contactroi.oracle.OraclePolicy;

/**
 * A contact center, which is one tenant: who works there, who calls, and how it wants to count.
 *
 * @param policies versions by the instant they are valid from, the first from the beginning
 * @param customers few, so that they come back
 */
public record Center(
    String tenant,
    List<OraclePolicy> policies,
    List<String> customers,
    List<String> queues,
    List<String> issues,
    List<String> agents,
    List<String> bots,
    List<String> botVersions) {

  /**
   * Days of 23 and 25 hours, offsets of half an hour, clocks set by half an hour or at midnight,
   * and no change at all.
   */
  private static final List<String> ZONES =
      List.of(
          "Asia/Kolkata",
          "America/St_Johns",
          "Europe/Berlin",
          "Asia/Shanghai",
          "UTC",
          "Asia/Beirut",
          "+05:45",
          "Australia/Lord_Howe",
          "America/Havana");

  /**
   * The center of a number; those of one history lie in different zones.
   *
   * @param anyTime of its history
   */
  static Center of(long seed, int number, Dice dice, Supplier<Instant> anyTime) {
    String zone = ZONES.get((int) Math.floorMod(seed + number, (long) ZONES.size()));
    return new Center(
        Names.odd(dice, 2, "center-%d-%d".formatted(seed, number)),
        PolicyChoice.versions(dice, zone, anyTime),
        names(dice, "customer", 4 + dice.below(6)),
        names(dice, "queue", 2 + dice.below(3)),
        names(dice, "issue", 2 + dice.below(3)),
        names(dice, "agent", 2 + dice.below(4)),
        names(dice, "bot", 1 + dice.below(2)),
        names(dice, "v", 1 + dice.below(3)));
  }

  private static List<String> names(Dice dice, String kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> Names.odd(dice, 4, kind + i)).toList();
  }
}
