package org.contactroi.app.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contactroi.episode.Match;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.SliceBy;
import org.contactroi.kpi.Versions;
import org.contactroi.notation.DurationText;

/**
 * Policies from keys {@code policy.default.<field>} and {@code policy.<tenant>.<field>}. What a
 * tenant leaves out it has from the default policy; what that leaves out is {@link
 * KpiPolicy#DEFAULT}.
 */
final class PolicySettings {

  static final String PREFIX = "policy.";

  private static final String DEFAULT = "default";
  private static final String GAP = "gap.";

  /** Names of the fields. */
  static final List<String> FIELDS =
      Stream.concat(
              Stream.of(
                  "version",
                  "zone",
                  "repeat-window",
                  "bot-match",
                  "fcr-match",
                  "answer-threshold",
                  "short-abandon",
                  "lateness",
                  "settle-after",
                  "minute-retention",
                  "hour-retention",
                  "slices",
                  "gap.default",
                  "gap.longest"),
              Arrays.stream(Channel.values()).map(PolicySettings::gapField))
          .toList();

  private final Settings settings;

  PolicySettings(Settings settings) {
    this.settings = settings;
  }

  /** The tenant and field of a key, if it is one of a policy. */
  static Optional<String> field(String key) {
    return FIELDS.stream()
        .filter(field -> key.startsWith(PREFIX) && key.endsWith("." + field))
        .filter(field -> key.length() > PREFIX.length() + field.length() + 1)
        .max(Comparator.comparingInt(String::length));
  }

  Policies policies() {
    KpiPolicy otherwise = policy(DEFAULT, KpiPolicy.DEFAULT);
    Map<String, KpiPolicy> byTenant = new HashMap<>();
    for (String tenant : tenants()) {
      byTenant.put(tenant, policy(tenant, otherwise));
    }
    return new Policies(otherwise, byTenant);
  }

  private Set<String> tenants() {
    Set<String> tenants = new TreeSet<>();
    for (String key : settings.keys()) {
      field(key)
          .map(field -> key.substring(PREFIX.length(), key.length() - field.length() - 1))
          .filter(tenant -> !tenant.equals(DEFAULT))
          .ifPresent(tenants::add);
    }
    return tenants;
  }

  private KpiPolicy policy(String tenant, KpiPolicy base) {
    Fields fields = new Fields(PREFIX + tenant + ".");
    try {
      return new KpiPolicy(
          fields.value("version", "not empty", Function.identity(), base.version()),
          Versions.BEGINNING,
          fields.value("zone", "a time zone such as Europe/Berlin", ZoneId::of, base.zone()),
          fields.duration("repeat-window", base.repeatWindow()),
          fields.match("bot-match", base.botMatch()),
          fields.match("fcr-match", base.fcrMatch()),
          fields.duration("answer-threshold", base.answerThreshold()),
          fields.duration("short-abandon", base.shortAbandon()),
          fields.duration("lateness", base.lateness()),
          gaps(fields, base.gaps()),
          fields.duration("settle-after", base.settleAfter()),
          fields.duration("minute-retention", base.minuteRetention()),
          fields.duration("hour-retention", base.hourRetention()),
          fields.value("slices", sliceIds(), PolicySettings::slices, base.slices()),
          null);
    } catch (InvalidConfigException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw invalid("the policy of " + tenant + " (keys " + PREFIX + tenant + ".*)", e);
    }
  }

  private static SilenceGaps gaps(Fields fields, SilenceGaps base) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    byChannel.putAll(base.byChannel());
    for (Channel channel : Channel.values()) {
      fields.given(gapField(channel)).ifPresent(gap -> byChannel.put(channel, gap));
    }
    return new SilenceGaps(
        byChannel,
        fields.duration("gap.default", base.otherwise()),
        fields.duration("gap.longest", base.longest()));
  }

  private static String gapField(Channel channel) {
    return GAP + channel.name().toLowerCase(Locale.ROOT);
  }

  private static List<SliceBy> slices(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).map(SliceBy::of).toList();
  }

  private static String sliceIds() {
    return "all, channel, queue, issue, bot, attribute:NAME, or several of them joined by +, separated"
        + " by commas";
  }

  private static InvalidConfigException invalid(String what, IllegalArgumentException cause) {
    InvalidConfigException exception =
        new InvalidConfigException("%s: %s".formatted(what, cause.getMessage()));
    exception.initCause(cause);
    return exception;
  }

  /** The fields of one policy. */
  private final class Fields {

    private final String prefix;

    Fields(String prefix) {
      this.prefix = prefix;
    }

    <T> T value(String field, String allowed, Function<String, T> parser, T otherwise) {
      return settings.parse(prefix + field, allowed, parser).orElse(otherwise);
    }

    Optional<Duration> given(String field) {
      return settings.parse(prefix + field, DurationText.ALLOWED, DurationText::parse);
    }

    Duration duration(String field, Duration otherwise) {
      return given(field).orElse(otherwise);
    }

    Match match(String field, Match otherwise) {
      return value(
          field,
          "customer, issue, queue",
          text -> Match.valueOf(text.toUpperCase(Locale.ROOT)),
          otherwise);
    }
  }
}
