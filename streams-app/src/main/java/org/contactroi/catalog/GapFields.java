package org.contactroi.catalog;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Channel;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DurationText;
import org.contactroi.reference.ChannelGap;
import org.contactroi.reference.KpiPolicyRecord;
import org.contactroi.yaml.Section;

/** The fields of the silences that end an interaction. */
final class GapFields {

  static final FieldTable<PolicyEntry> TABLE = new FieldTable<>(KpiPolicyRecord::new);

  private static final SilenceGaps USUAL = SilenceGaps.DEFAULT;

  private static final Field<PolicyEntry, Duration> DEFAULT =
      TABLE.field(
          "default",
          "gap_default_ms",
          FieldType.POSITIVE,
          entry -> entry.policy().gaps().otherwise());
  private static final Field<PolicyEntry, Duration> LONGEST =
      TABLE.field(
          "longest",
          "gap_longest_ms",
          FieldType.POSITIVE,
          entry -> entry.policy().gaps().longest());

  static {
    TABLE.add(new Channels());
  }

  private GapFields() {}

  /** The gaps; the product's defaults where nothing is said or it cannot be read. */
  static SilenceGaps read(Given in) {
    Duration longest = in.get(LONGEST, USUAL.longest());
    return in.either(
        section -> written(section, in.get(DEFAULT, USUAL.otherwise()), longest),
        record ->
            new SilenceGaps(recorded((KpiPolicyRecord) record), in.require(DEFAULT), longest));
  }

  private static SilenceGaps written(Section section, Duration otherwise, Duration longest) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    requireShort(section, DEFAULT.name(), otherwise, longest);
    for (Channel channel : Channel.values()) {
      String name = ChoiceText.of(channel);
      Duration usual = USUAL.byChannel().get(channel);
      if (usual != null || section.has(name)) {
        Duration gap =
            section.get(name, FieldType.POSITIVE.form(), usual == null ? otherwise : usual);
        requireShort(section, name, gap, longest);
        byChannel.put(channel, gap);
      }
    }
    return section.isBroken() ? USUAL : new SilenceGaps(byChannel, otherwise, longest);
  }

  /** No gap is longer than the longest; where only that one is written, it is the one to change. */
  private static void requireShort(Section section, String name, Duration gap, Duration longest) {
    if (gap.compareTo(longest) > 0) {
      String at = section.has(name) ? name : LONGEST.name();
      section.note(
          at,
          section.place(at),
          "%s of gaps is '%s'; allowed: at most longest, which is '%s'"
              .formatted(name, DurationText.of(gap), DurationText.of(longest)));
    }
  }

  private static Map<Channel, Duration> recorded(KpiPolicyRecord policy) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    for (ChannelGap gap : policy.getGaps()) {
      byChannel.put(Channel.valueOf(gap.getChannel().name()), Duration.ofMillis(gap.getGapMs()));
    }
    return byChannel;
  }

  /** Those of channels. */
  private record Channels() implements FieldTable.Part<PolicyEntry> {

    @Override
    public List<String> names() {
      return Arrays.stream(Channel.values()).map(ChoiceText::of).toList();
    }

    @Override
    public void describe(PolicyEntry entry, Map<String, String> texts) {
      new TreeMap<>(entry.policy().gaps().byChannel())
          .forEach((channel, gap) -> texts.put(ChoiceText.of(channel), DurationText.of(gap)));
    }

    @Override
    public void record(PolicyEntry entry, SpecificRecordBase record) {
      ((KpiPolicyRecord) record)
          .put(
              "gaps",
              new TreeMap<>(entry.policy().gaps().byChannel())
                  .entrySet().stream()
                      .map(
                          gap ->
                              new ChannelGap(
                                  org.contactroi.events.Channel.valueOf(gap.getKey().name()),
                                  gap.getValue().toMillis()))
                      .toList());
    }
  }
}
