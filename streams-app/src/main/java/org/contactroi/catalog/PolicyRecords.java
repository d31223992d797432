package org.contactroi.catalog;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.episode.Match;
import org.contactroi.interaction.SilenceGaps;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.SliceBy;
import org.contactroi.reference.ChannelGap;
import org.contactroi.reference.KpiPolicyRecord;
import org.contactroi.reference.MoneyPolicyRecord;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.jspecify.annotations.Nullable;

/** Policies as the topic holds them. */
final class PolicyRecords {

  private PolicyRecords() {}

  static KpiPolicyRecord toAvro(KpiPolicy policy, @Nullable MoneyPolicy money) {
    return KpiPolicyRecord.newBuilder()
        .setVersion(policy.version())
        .setValidFrom(Instant.ofEpochMilli(policy.validFrom()))
        .setZone(policy.zone().getId())
        .setRepeatWindowMs(policy.repeatWindow().toMillis())
        .setBotMatch(policy.botMatch().name().toLowerCase(Locale.ROOT))
        .setFcrMatch(policy.fcrMatch().name().toLowerCase(Locale.ROOT))
        .setAnswerThresholdMs(policy.answerThreshold().toMillis())
        .setShortAbandonMs(policy.shortAbandon().toMillis())
        .setLatenessMs(policy.lateness().toMillis())
        .setGaps(gaps(policy.gaps()))
        .setGapDefaultMs(policy.gaps().otherwise().toMillis())
        .setGapLongestMs(policy.gaps().longest().toMillis())
        .setSettleAfterMs(policy.settleAfter().toMillis())
        .setMinuteRetentionMs(policy.minuteRetention().toMillis())
        .setHourRetentionMs(policy.hourRetention().toMillis())
        .setSlices(policy.slices().stream().map(SliceBy::id).toList())
        .setCalendarId(policy.calendar())
        .setMoney(money == null ? null : toAvro(money))
        .build();
  }

  /**
   * A policy.
   *
   * @throws RuntimeException when a value is none of those allowed
   */
  static KpiPolicy toDomain(KpiPolicyRecord policy) {
    return new KpiPolicy(
        policy.getVersion(),
        policy.getValidFrom().toEpochMilli(),
        ZoneId.of(policy.getZone()),
        Duration.ofMillis(policy.getRepeatWindowMs()),
        match(policy.getBotMatch()),
        match(policy.getFcrMatch()),
        Duration.ofMillis(policy.getAnswerThresholdMs()),
        Duration.ofMillis(policy.getShortAbandonMs()),
        Duration.ofMillis(policy.getLatenessMs()),
        gaps(policy),
        Duration.ofMillis(policy.getSettleAfterMs()),
        Duration.ofMillis(policy.getMinuteRetentionMs()),
        Duration.ofMillis(policy.getHourRetentionMs()),
        policy.getSlices().stream().map(SliceBy::of).toList(),
        policy.getCalendarId());
  }

  /**
   * What a policy says about money; null if it says nothing.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static @Nullable MoneyPolicy money(KpiPolicyRecord policy) {
    MoneyPolicyRecord money = policy.getMoney();
    return money == null
        ? null
        : new MoneyPolicy(
            money.getCurrency(),
            money.getGoLive(),
            money.getRealisationBp(),
            Map.of(
                Attribution.AI, money.getIncrementalityAiBp(),
                Attribution.ASSISTED, money.getIncrementalityAssistedBp(),
                Attribution.AGENT, money.getIncrementalityAgentBp()),
            money.getCustomerMarginMicros(),
            money.getAnnualRateBp(),
            money.getDeclaredIncluded());
  }

  private static MoneyPolicyRecord toAvro(MoneyPolicy money) {
    return MoneyPolicyRecord.newBuilder()
        .setCurrency(money.currency())
        .setGoLive(money.goLive())
        .setRealisationBp(money.realisationBp())
        .setIncrementalityAiBp(money.incrementality(Attribution.AI))
        .setIncrementalityAssistedBp(money.incrementality(Attribution.ASSISTED))
        .setIncrementalityAgentBp(money.incrementality(Attribution.AGENT))
        .setCustomerMarginMicros(money.customerMarginMicros())
        .setAnnualRateBp(money.annualRateBp())
        .setDeclaredIncluded(money.declaredIncluded())
        .build();
  }

  private static Match match(String text) {
    return Match.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static List<ChannelGap> gaps(SilenceGaps gaps) {
    return new TreeMap<>(gaps.byChannel())
        .entrySet().stream()
            .map(
                gap ->
                    new ChannelGap(
                        org.contactroi.events.Channel.valueOf(gap.getKey().name()),
                        gap.getValue().toMillis()))
            .toList();
  }

  private static SilenceGaps gaps(KpiPolicyRecord policy) {
    Map<Channel, Duration> byChannel = new EnumMap<>(Channel.class);
    for (ChannelGap gap : policy.getGaps()) {
      byChannel.put(Channel.valueOf(gap.getChannel().name()), Duration.ofMillis(gap.getGapMs()));
    }
    return new SilenceGaps(
        byChannel,
        Duration.ofMillis(policy.getGapDefaultMs()),
        Duration.ofMillis(policy.getGapLongestMs()));
  }
}
