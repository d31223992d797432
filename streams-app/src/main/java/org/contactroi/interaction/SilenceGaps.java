package org.contactroi.interaction;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.event.Channel;

/**
 * How long an interaction may be silent before it counts as over, by channel.
 *
 * @param byChannel gaps of the channels that differ from the default
 * @param otherwise gap of all other channels
 * @param longest G: no gap is longer, and events further away than this are orphans
 */
public record SilenceGaps(Map<Channel, Duration> byChannel, Duration otherwise, Duration longest) {

  /** 24 h for voice, video and chat, 72 h for the others, never above 14 d. */
  public static final SilenceGaps DEFAULT =
      new SilenceGaps(
          Map.of(
              Channel.VOICE, Duration.ofHours(24),
              Channel.VIDEO, Duration.ofHours(24),
              Channel.CHAT, Duration.ofHours(24)),
          Duration.ofHours(72),
          Duration.ofDays(14));

  public SilenceGaps {
    byChannel = Map.copyOf(byChannel);
    requirePositive("longest gap", longest);
    requireWithin("default gap", otherwise, longest);
    byChannel.forEach((channel, gap) -> requireWithin("gap of " + channel, gap, longest));
  }

  /** Gap of a channel, milliseconds. */
  public long of(Channel channel) {
    return byChannel.getOrDefault(channel, otherwise).toMillis();
  }

  /** The same in every JVM: channels in their order. */
  @Override
  public String toString() {
    return "SilenceGaps[byChannel=%s, otherwise=%s, longest=%s]"
        .formatted(new TreeMap<>(byChannel), otherwise, longest);
  }

  private static void requireWithin(String name, Duration gap, Duration longest) {
    requirePositive(name, gap);
    if (gap.compareTo(longest) > 0) {
      throw new IllegalArgumentException(name + " is " + gap + ", longer than " + longest);
    }
  }

  private static void requirePositive(String name, Duration gap) {
    if (gap.isNegative() || gap.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, is " + gap);
    }
  }
}
