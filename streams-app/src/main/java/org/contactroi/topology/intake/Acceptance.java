package org.contactroi.topology.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.contactroi.events.AgentSurveyAnswered;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.interaction.Interaction;
import org.contactroi.notation.Currencies;
import org.jspecify.annotations.Nullable;

/** Decides, by the event alone, whether it is accepted. */
final class Acceptance {

  private static final long LEAST_CONCURRENCY_MILLI = 1_000;
  private static final long MOST_CONCURRENCY_MILLI = 100_000;
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofHours(1);

  /** More tokens in one event are a defect of its source, and sums of such could overflow. */
  private static final long MOST_TOKENS = 1_000_000_000;

  /** Ten thousand million units: the same. */
  private static final long LARGEST_AMOUNT_MICROS = 10_000_000_000L * 1_000_000;

  /** A margin is a share of the amount, and at most all of it. */
  private static final int WHOLE_BP = 10_000;

  /** Fields that are ids by another name: totals and rates are told apart by them. */
  private static final Set<String> KEYS =
      Set.of("customer_key", "bot_version", "agent_grade", "resource");

  private static final int ID_BYTES = 256;
  private static final int STRING_BYTES = 1024;

  /** The stage keeps the event with others in one record, which has to stay below 1 MiB. */
  private static final int EVENT_BYTES = 256 * 1024;

  private static final int NPS_MAX = 10;

  /** A UTF-16 unit takes at most this many UTF-8 bytes. */
  private static final int BYTES_PER_CHAR = 3;

  private Acceptance() {}

  /**
   * The rejection of an event, or null if it is accepted.
   *
   * @param bytes size of the record's value
   */
  static @Nullable Rejection check(byte @Nullable [] key, Envelope event, int bytes) {
    if (bytes > EVENT_BYTES) {
      return Rejection.of(Verdict.EVENT_TOO_LARGE, "size", bytes);
    }
    Rejection strings = checkStrings(event.event());
    if (strings != null) {
      return strings;
    }
    if (!Arrays.equals(key, event.subject().getBytes(StandardCharsets.UTF_8))) {
      return Rejection.of(
          Verdict.KEY_MISMATCH,
          "record key",
          key == null ? null : new String(key, StandardCharsets.UTF_8));
    }
    Rejection times = checkTimes(event);
    return times != null ? times : checkPayload(event.payload());
  }

  private static @Nullable Rejection checkTimes(Envelope event) {
    Instant occurred = event.occurredAt();
    if (occurred.isBefore(EARLIEST) || !occurred.isBefore(LATEST)) {
      return Rejection.of(Verdict.TIME_OUT_OF_RANGE, "occurred_at", occurred);
    }
    return occurred.isAfter(event.observedAt().plus(AHEAD))
        ? new Rejection(
            Verdict.AHEAD_OF_OBSERVATION,
            "occurred_at is '%s', observed_at is '%s'".formatted(occurred, event.observedAt()))
        : null;
  }

  private static @Nullable Rejection checkPayload(Object payload) {
    if (payload instanceof SurveyAnswered answered) {
      return checkScore(answered);
    }
    if (payload instanceof AgentSurveyAnswered answered) {
      return checkScale(answered.getScaleMin(), answered.getScaleMax(), answered.getScore());
    }
    return payload instanceof SaleRecorded sale ? checkSale(sale) : checkQuantities(payload);
  }

  private static @Nullable Rejection checkQuantities(Object payload) {
    if (payload instanceof SegmentStarted started
        && !isConcurrency(LEAST_CONCURRENCY_MILLI * started.getLiveConcurrency())) {
      return Rejection.of(
          Verdict.CONCURRENCY_OUT_OF_RANGE, "live_concurrency", started.getLiveConcurrency());
    }
    if (payload instanceof SegmentEnded ended && ended.getReported() != null) {
      return checkReported(ended.getReported());
    }
    if (payload instanceof AiUsageRecorded usage && !isPossible(usage)) {
      return Rejection.of(
          Verdict.TOKENS_OUT_OF_RANGE,
          "tokens",
          usage.getInputTokens() + ", " + usage.getOutputTokens());
    }
    return firstOutOfRange((SpecificRecordBase) payload);
  }

  private static @Nullable Rejection checkReported(ReportedTimes times) {
    Integer average = times.getAverageConcurrencyMilli();
    return average != null && !isConcurrency(average)
        ? Rejection.of(Verdict.CONCURRENCY_OUT_OF_RANGE, "average_concurrency_milli", average)
        : firstOutOfRange(times);
  }

  /** Nobody serves less than one contact or more than a hundred. */
  private static boolean isConcurrency(long milli) {
    return milli >= LEAST_CONCURRENCY_MILLI && milli <= MOST_CONCURRENCY_MILLI;
  }

  /** The first reported duration that cannot be: all have a name with {@code _ms}. */
  private static @Nullable Rejection firstOutOfRange(SpecificRecordBase times) {
    for (Schema.Field field : times.getSchema().getFields()) {
      if (field.name().contains("_ms")
          && times.get(field.pos()) instanceof Long value
          && (value < 0 || value > Interaction.LONGEST_MS)) {
        return Rejection.of(Verdict.DURATION_OUT_OF_RANGE, field.name(), value);
      }
    }
    return null;
  }

  private static @Nullable Rejection checkScore(SurveyAnswered answered) {
    int min = answered.getScaleMin();
    int max = answered.getScaleMax();
    boolean offNps = answered.getKind() == SurveyKind.NPS && (min != 0 || max != NPS_MAX);
    return offNps ? offScale(min, max) : checkScale(min, max, answered.getScore());
  }

  private static @Nullable Rejection checkScale(int min, int max, int score) {
    if (min >= max) {
      return offScale(min, max);
    }
    return score < min || score > max
        ? Rejection.of(Verdict.SCORE_OUT_OF_SCALE, "score", score)
        : null;
  }

  private static Rejection offScale(int min, int max) {
    return Rejection.of(Verdict.SCALE_INVALID, "scale", min + ".." + max);
  }

  private static boolean isPossible(AiUsageRecorded usage) {
    long least = Math.min(usage.getInputTokens(), usage.getOutputTokens());
    long most = Math.max(usage.getInputTokens(), usage.getOutputTokens());
    return least >= 0 && most <= MOST_TOKENS;
  }

  private static @Nullable Rejection checkSale(SaleRecorded sale) {
    if (sale.getAmountMicros() < 0 || sale.getAmountMicros() > LARGEST_AMOUNT_MICROS) {
      return Rejection.of(Verdict.AMOUNT_OUT_OF_RANGE, "amount_micros", sale.getAmountMicros());
    }
    if (sale.getMarginBp() < -WHOLE_BP || sale.getMarginBp() > WHOLE_BP) {
      return Rejection.of(Verdict.MARGIN_OUT_OF_RANGE, "margin_bp", sale.getMarginBp());
    }
    return Currencies.isKnown(sale.getCurrency())
        ? null
        : Rejection.of(Verdict.UNKNOWN_CURRENCY, "currency", sale.getCurrency());
  }

  private static @Nullable Rejection checkStrings(SpecificRecordBase container) {
    for (Schema.Field field : container.getSchema().getFields()) {
      Rejection rejection = checkValue(field.name(), container.get(field.pos()));
      if (rejection != null) {
        return rejection;
      }
    }
    return null;
  }

  private static @Nullable Rejection checkValue(String name, @Nullable Object value) {
    if (value instanceof String text) {
      return checkText(name, text);
    }
    if (value instanceof SpecificRecordBase nested) {
      return checkStrings(nested);
    }
    if (value instanceof Map<?, ?> attributes) {
      return checkAttributes(attributes);
    }
    return null;
  }

  private static @Nullable Rejection checkAttributes(Map<?, ?> attributes) {
    for (Map.Entry<?, ?> attribute : attributes.entrySet()) {
      if (isLonger(attribute.getKey().toString(), STRING_BYTES)
          || isLonger(attribute.getValue().toString(), STRING_BYTES)) {
        return Rejection.of(Verdict.STRING_TOO_LONG, "attribute", attribute.getKey());
      }
    }
    return null;
  }

  private static @Nullable Rejection checkText(String name, String text) {
    if (!isId(name)) {
      return isLonger(text, STRING_BYTES)
          ? Rejection.of(Verdict.STRING_TOO_LONG, name, text)
          : null;
    }
    if (text.isBlank()) {
      return Rejection.of(Verdict.BLANK_ID, name, text);
    }
    return isLonger(text, ID_BYTES) ? Rejection.of(Verdict.ID_TOO_LONG, name, text) : null;
  }

  private static boolean isId(String name) {
    return name.endsWith("_id") || KEYS.contains(name);
  }

  private static boolean isLonger(String text, int bytes) {
    return text.length() * BYTES_PER_CHAR > bytes
        && text.getBytes(StandardCharsets.UTF_8).length > bytes;
  }
}
