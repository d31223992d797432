package org.contactroi.catalog.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Channel;
import org.contactroi.notation.DurationText;

/** Reads the silences that end an interaction. */
final class GapFields {

  private static final String DEFAULT = "default";
  private static final String LONGEST = "longest";
  private static final List<String> KNOWN = known();

  private final Fields gaps;
  private final Durations durations;
  private final Duration longest;

  private GapFields(Fields gaps) {
    this.gaps = gaps;
    this.durations = new Durations(gaps);
    this.longest = durations.positive(LONGEST, SilenceGaps.DEFAULT.longest());
  }

  /** The gaps in a field; the product's defaults where it says nothing or cannot be read. */
  static SilenceGaps read(Fields policy, String name) {
    Fields gaps = policy.fields(name);
    gaps.requireKnown(KNOWN);
    SilenceGaps read = new GapFields(gaps).gaps();
    return KNOWN.stream().anyMatch(gaps::isBroken) ? SilenceGaps.DEFAULT : read;
  }

  private SilenceGaps gaps() {
    Duration otherwise = gap(DEFAULT, SilenceGaps.DEFAULT.otherwise());
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      Duration usual = SilenceGaps.DEFAULT.byChannel().get(channel);
      if (usual != null || gaps.has(name(channel))) {
        byChannel.put(channel, gap(name(channel), usual == null ? otherwise : usual));
      }
    }
    return KNOWN.stream().anyMatch(gaps::isBroken)
        ? SilenceGaps.DEFAULT
        : new SilenceGaps(byChannel, otherwise, longest);
  }

  /** No gap is longer than the longest; where only that one is written, it is the one to change. */
  private Duration gap(String name, Duration usual) {
    Duration gap = durations.positive(name, usual);
    if (gap.compareTo(longest) > 0) {
      String at = gaps.has(name) ? name : LONGEST;
      gaps.note(
          at,
          "%s of gaps is '%s'; allowed: at most longest, which is '%s'"
              .formatted(name, DurationText.of(gap), DurationText.of(longest)));
    }
    return gap;
  }

  private static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(List.of(DEFAULT, LONGEST));
    Arrays.stream(Channel.values()).map(GapFields::name).forEach(known::add);
    return List.copyOf(known);
  }
}
