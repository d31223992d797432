package org.contactroi.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contactroi.interaction.Resource;
import org.contactroi.interaction.Utf8Order;
import org.contactroi.reference.BaselineMoney;
import org.contactroi.reference.BaselineRecord;
import org.contactroi.reference.BaselineScore;
import org.contactroi.reference.BaselineUsage;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.baseline.Baseline;
import org.contactroi.roi.baseline.BaselineMethod;
import org.contactroi.roi.baseline.BaselineRow;
import org.contactroi.roi.baseline.BaselineRow.FrozenMoney;
import org.contactroi.roi.baseline.BaselineRow.Sample;
import org.contactroi.roi.baseline.Score;
import org.jspecify.annotations.Nullable;

/** Baselines as the topic holds them. */
final class BaselineRecords {

  private static final Comparator<UsageKey> ORDER =
      Comparator.comparing(UsageKey::resource)
          .thenComparing(UsageKey::key, Utf8Order.INSTANCE)
          .thenComparing(UsageKey::channel, Utf8Order.INSTANCE);

  private BaselineRecords() {}

  static BaselineRecord toAvro(Baseline baseline) {
    return BaselineRecord.newBuilder()
        .setBaselineId(baseline.id())
        .setMethod(org.contactroi.reference.BaselineMethod.valueOf(baseline.method().name()))
        .setPeriodFrom(baseline.from())
        .setPeriodTo(baseline.to())
        .setValidFrom(baseline.validFrom())
        .setFrozenAt(Instant.ofEpochMilli(baseline.frozenAt()))
        .setRows(baseline.rows().stream().map(BaselineRecords::toAvro).toList())
        .setScores(
            new TreeMap<>(baseline.scores())
                .entrySet().stream()
                    .map(score -> new BaselineScore(score.getKey().name(), score.getValue()))
                    .toList())
        .build();
  }

  /**
   * A baseline.
   *
   * @throws IllegalArgumentException when a value is none of those allowed
   */
  static Baseline toDomain(BaselineRecord baseline) {
    Map<Score, Integer> scores = new EnumMap<>(Score.class);
    for (BaselineScore score : baseline.getScores()) {
      scores.put(Score.valueOf(score.getScore()), score.getHundredths());
    }
    return new Baseline(
        baseline.getBaselineId(),
        BaselineMethod.valueOf(baseline.getMethod().name()),
        baseline.getPeriodFrom(),
        baseline.getPeriodTo(),
        baseline.getValidFrom(),
        baseline.getFrozenAt().toEpochMilli(),
        baseline.getRows().stream().map(BaselineRecords::toDomain).toList(),
        scores);
  }

  /** Usage by resource, key and channel. */
  static List<Map.Entry<UsageKey, Long>> ordered(Map<UsageKey, Long> usage) {
    return usage.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
  }

  private static org.contactroi.reference.BaselineRow toAvro(BaselineRow row) {
    Sample sample = row.sample();
    return org.contactroi.reference.BaselineRow.newBuilder()
        .setChannel(row.channel())
        .setIssue(row.issue())
        .setUsage(
            ordered(row.usage()).stream()
                .map(line -> toAvro(line.getKey(), line.getValue()))
                .toList())
        .setMoney(toAvro(row.money()))
        .setEpisodes(sample.episodes())
        .setContacts(sample.contacts())
        .setHandledContacts(sample.handledContacts())
        .setEffortMs(sample.effortMs())
        .build();
  }

  private static BaselineUsage toAvro(UsageKey used, long quantity) {
    return new BaselineUsage(used.resource().name(), used.key(), used.channel(), quantity);
  }

  private static @Nullable BaselineMoney toAvro(@Nullable FrozenMoney money) {
    return money == null ? null : new BaselineMoney(money.micros(), money.currency());
  }

  private static BaselineRow toDomain(org.contactroi.reference.BaselineRow row) {
    Map<UsageKey, Long> usage = new HashMap<>();
    for (BaselineUsage line : row.getUsage()) {
      usage.put(
          new UsageKey(Resource.valueOf(line.getResource()), line.getKey(), line.getChannel()),
          line.getQuantity());
    }
    BaselineMoney money = row.getMoney();
    return new BaselineRow(
        row.getChannel(),
        row.getIssue(),
        usage,
        money == null ? null : new FrozenMoney(money.getMicros(), money.getCurrency()),
        new Sample(
            row.getEpisodes(), row.getContacts(), row.getHandledContacts(), row.getEffortMs()));
  }
}
