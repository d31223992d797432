package org.contactroi.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A contact center, which is one tenant: who works there, who calls, and how it wants to count.
 *
 * @param policy fields of its policy, as they are configured
 * @param customers few, so that they come back
 */
public record Center(
    String tenant,
    Map<String, String> policy,
    List<String> customers,
    List<String> queues,
    List<String> issues,
    List<String> agents,
    List<String> bots,
    List<String> botVersions) {

  /** Days of 23 and 25 hours, offsets of half an hour, and no change at all. */
  private static final List<String> ZONES =
      List.of(
          "Asia/Kolkata", "America/St_Johns", "Europe/Berlin", "Asia/Shanghai", "UTC", "+05:45");

  /** Longer than any history, so that nothing is too late and nothing expires. */
  private static final String FOR_EVER = "12000d";

  /** The center of a number. */
  static Center of(long seed, int number, Dice dice) {
    return new Center(
        Names.odd(dice, 2, "center-%d-%d".formatted(seed, number)),
        policy(dice, ZONES.get((int) Math.floorMod(seed + number, (long) ZONES.size()))),
        names(dice, "customer", 4 + dice.below(6)),
        names(dice, "queue", 2 + dice.below(3)),
        names(dice, "issue", 2 + dice.below(3)),
        names(dice, "agent", 2 + dice.below(4)),
        names(dice, "bot", 1 + dice.below(2)),
        names(dice, "v", 1 + dice.below(3)));
  }

  public ZoneId zone() {
    return ZoneId.of(policy.getOrDefault("zone", "UTC"));
  }

  private static List<String> names(Dice dice, String kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> Names.odd(dice, 4, kind + i)).toList();
  }

  private static Map<String, String> policy(Dice dice, String zone) {
    Map<String, String> policy = new TreeMap<>();
    policy.put("zone", zone);
    policy.put("version", dice.pick("first", "2026-02", "v 1/2"));
    policy.put("repeat-window", dice.pick("1d", "3d", "7d", "36h"));
    policy.put("bot-match", dice.pick("customer", "issue", "queue"));
    policy.put("fcr-match", dice.pick("customer", "issue", "queue"));
    policy.put("answer-threshold", dice.pick("10s", "20s", "0s"));
    policy.put("short-abandon", dice.pick("5s", "3s", "0s"));
    policy.put("gap.voice", dice.pick("1h", "24h"));
    policy.put("gap.default", dice.pick("6h", "24h", "72h"));
    policy.put("gap.longest", dice.pick("3d", "14d"));
    policy.put("slices", dice.pick("all,channel,queue", "all,issue", "all,channel+queue"));
    policy.put("lateness", FOR_EVER);
    policy.put("minute-retention", FOR_EVER);
    policy.put("hour-retention", FOR_EVER);
    return policy;
  }
}
