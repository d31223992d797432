package org.contactroi.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AfterWorkEnded;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Attribution;
import org.contactroi.events.EndedBy;
import org.contactroi.events.HoldStarted;
import org.contactroi.events.InteractionEnded;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.InteractionStarted;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueEntered;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.ReportedTimes;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentEnded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.history.Input.Content;
import org.contactroi.outputs.Watermark;

/** Records that have to be refused, and ones that just have not. */
final class BadRecords {

  private static final String INTERACTION = "bad";
  private static final long LONGEST_MS = Duration.ofDays(366).toMillis();

  /** Too few at once, or too many. */
  private static final Set<String> CONCURRENCY =
      Set.of("CONCURRENCY_BELOW_ONE", "CONCURRENCY_OUT_OF_RANGE");

  private static final long MOST_MICROS = 10_000_000_000_000_000L;
  private static final long MOST_TOKENS = 1_000_000_000;

  private final InteractionEvent good;
  private final Instant arrival;
  private final List<Input> records = new ArrayList<>();

  private BadRecords(Center center, Instant arrival) {
    this.arrival = arrival;
    good =
        InteractionEvent.newBuilder()
            .setEventId("e")
            .setTenantId(center.tenant())
            .setInteractionId(INTERACTION)
            .setOccurredAt(arrival)
            .setObservedAt(arrival)
            .setSourceSystem("acd")
            .setPayload(new InteractionEnded(EndedBy.CUSTOMER))
            .build();
  }

  /** All of them, as sent to one center at an instant. */
  static List<Input> of(Center center, Instant arrival) {
    BadRecords bad = new BadRecords(center, arrival);
    bad.blankIds();
    bad.longStrings();
    bad.times();
    bad.durations();
    bad.surveys();
    bad.quantities();
    bad.noEvents();
    bad.justGood();
    return bad.records;
  }

  private void blankIds() {
    refuse("BLANK_ID", e -> e.setEventId(""));
    refuse("BLANK_ID", e -> e.setTenantId(" \t\n"));
    refuse("BLANK_ID", e -> e.setInteractionId("\u2003"));
    refuse("BLANK_ID", new HoldStarted(" "));
    refuse("BLANK_ID", new QueueEntered("v", "", null));
    refuse("BLANK_ID", usage("", 1, 1, 1));
    refuse("BLANK_ID", InteractionStarted.newBuilder().setCustomerKey("").build());
  }

  private void longStrings() {
    String pairs = "\u00e9".repeat(128);
    refuse("ID_TOO_LONG", e -> e.setInteractionId(pairs + "x"));
    refuse("ID_TOO_LONG", new HoldStarted("h".repeat(257)));
    refuse("STRING_TOO_LONG", new AfterWorkEnded("s", "w".repeat(1_025)));
    refuse("STRING_TOO_LONG", e -> e.setAttributes(Map.of("k".repeat(1_025), "v")));
    refuse("STRING_TOO_LONG", e -> e.setAttributes(Map.of("k", "\u5317".repeat(342))));
    refuse("EVENT_TOO_LARGE", e -> e.setAttributes(attributes(300)));
    noEvent("another", new Content.Whole(good), "KEY_MISMATCH");
  }

  private static Map<String, String> attributes(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(1_000)));
  }

  private void times() {
    refuse("TIME_OUT_OF_RANGE", e -> both(e, Instant.parse("1989-12-31T23:59:59.999Z")));
    refuse("TIME_OUT_OF_RANGE", e -> both(e, Instant.parse("2100-01-01T00:00:00Z")));
    refuse("TIME_OUT_OF_RANGE", e -> e.setOccurredAt(Instant.ofEpochMilli(-1)));
    refuse("AHEAD_OF_OBSERVATION", e -> e.setOccurredAt(arrival.plusMillis(3_600_001)));
  }

  private static InteractionEvent.Builder both(InteractionEvent.Builder event, Instant time) {
    return event.setOccurredAt(time).setObservedAt(time);
  }

  private void durations() {
    refuse("DURATION_OUT_OF_RANGE", new QueueExited("v", QueueOutcome.ANSWERED, -1L));
    refuse("DURATION_OUT_OF_RANGE", talked(LONGEST_MS + 1));
    refuse("DURATION_OUT_OF_RANGE", talked(Long.MIN_VALUE));
    refuse(CONCURRENCY, served(0));
    refuse(CONCURRENCY, served(101));
    refuse(CONCURRENCY, served(Integer.MAX_VALUE));
    refuse(CONCURRENCY, servedOnAverage(999));
    refuse(CONCURRENCY, servedOnAverage(100_001));
  }

  private static SegmentStarted served(int atOnce) {
    return SegmentStarted.newBuilder()
        .setSegmentId("s")
        .setParticipant(Participant.AGENT)
        .setLiveConcurrency(atOnce)
        .build();
  }

  private static SegmentEnded servedOnAverage(int thousandths) {
    return SegmentEnded.newBuilder()
        .setSegmentId("s")
        .setReported(ReportedTimes.newBuilder().setAverageConcurrencyMilli(thousandths).build())
        .build();
  }

  private static SegmentEnded talked(long millis) {
    return SegmentEnded.newBuilder()
        .setSegmentId("s")
        .setReported(ReportedTimes.newBuilder().setTalkMs(millis).build())
        .build();
  }

  private void surveys() {
    refuse("SCALE_INVALID", answered(SurveyKind.NPS, 3, 1, 10));
    refuse("SCALE_INVALID", answered(SurveyKind.CSAT, 3, 3, 3));
    refuse("SCORE_OUT_OF_SCALE", answered(SurveyKind.CES, 8, 1, 7));
    refuse("SCORE_OUT_OF_SCALE", answered(SurveyKind.NPS, -1, 0, 10));
  }

  private static SurveyAnswered answered(SurveyKind kind, int score, int min, int max) {
    return new SurveyAnswered("survey", kind, null, score, min, max, true);
  }

  /** On the widest scale there is. */
  private static SurveyAnswered widest(SurveyKind kind) {
    return new SurveyAnswered(
        kind.name(), kind, null, Integer.MAX_VALUE - 7, Integer.MIN_VALUE, Integer.MAX_VALUE, true);
  }

  private void quantities() {
    refuse("AMOUNT_OUT_OF_RANGE", sale(-1, "EUR", 0));
    refuse("AMOUNT_OUT_OF_RANGE", sale(MOST_MICROS + 1, "EUR", 0));
    refuse("MARGIN_OUT_OF_RANGE", sale(1, "EUR", 10_001));
    refuse("MARGIN_OUT_OF_RANGE", sale(1, "EUR", -10_001));
    refuse("UNKNOWN_CURRENCY", sale(1, "XXQ", 0));
    refuse("UNKNOWN_CURRENCY", sale(1, "eur", 0));
    refuse("UNKNOWN_CURRENCY", sale(1, "", 0));
    refuse("TOKENS_OUT_OF_RANGE", usage("m", -1, 0, 0));
    refuse("TOKENS_OUT_OF_RANGE", usage("m", 0, MOST_TOKENS + 1, 0));
    refuse("DURATION_OUT_OF_RANGE", usage("m", 0, 0, LONGEST_MS + 1));
  }

  private static SaleRecorded sale(long amount, String currency, int margin) {
    return new SaleRecorded("o", SaleKind.NEW, amount, currency, margin, Attribution.AI);
  }

  private static AiUsageRecorded usage(String model, long input, long output, long audioMs) {
    return new AiUsageRecorded(model, input, output, audioMs);
  }

  /** A reader may see a cut as such, or as a body that makes no sense. */
  private void noEvents() {
    noEvent("k", new Content.Garbage("garbage"), "UNKNOWN_MAGIC_BYTE");
    noEvent("k", new Content.Truncated(good), "TRUNCATED", "MALFORMED_BODY");
    noEvent("k", new Content.Whole(new Watermark("acme", Instant.EPOCH, null)), "SCHEMA_MISMATCH");
    noEvent("k", new Content.Nothing(), "NULL_VALUE");
  }

  private void noEvent(String key, Content content, String... reasons) {
    records.add(new Input(Input.Source.INTERACTION_EVENTS, key, content, arrival, Set.of(reasons)));
  }

  /** At the last moment, or as long as is allowed. */
  private void justGood() {
    accept(e -> e.setEventId("ahead").setOccurredAt(arrival.plusMillis(3_600_000)));
    accept(e -> e.setEventId("nbsp\u00a0").setInteractionId("\u00a0"));
    accept(e -> e.setEventId("\u00e9".repeat(128)).setInteractionId("\ud83d\ude00".repeat(64)));
    accept(e -> e.setEventId("attributes").setAttributes(attributes(200)));
    accept(e -> e.setEventId("talk").setPayload(talked(LONGEST_MS)));
    accept(e -> e.setEventId("most at once").setPayload(served(100)));
    accept(e -> e.setEventId("most on average").setPayload(servedOnAverage(100_000)));
    accept(e -> e.setEventId("least on average").setPayload(servedOnAverage(1_000)));
    accept(e -> e.setEventId("sale").setPayload(sale(MOST_MICROS, "EUR", -10_000)));
    accept(e -> e.setEventId("tokens").setPayload(usage("m", MOST_TOKENS, 0, LONGEST_MS)));
    accept(e -> e.setEventId("scale").setPayload(widest(SurveyKind.CES)));
    accept(e -> e.setEventId("box").setPayload(widest(SurveyKind.CSAT)));
    accept(e -> both(e, Instant.parse("2099-12-31T23:59:59.999Z")).setEventId("last"));
    accept(e -> e.setEventId("late").setOccurredAt(arrival.minus(Duration.ofDays(1_000))));
  }

  private void refuse(Set<String> reasons, SpecificRecord payload) {
    records.add(changed(e -> e.setPayload(payload)).refused(reasons.toArray(String[]::new)));
  }

  private void refuse(String reason, SpecificRecord payload) {
    refuse(reason, e -> e.setPayload(payload));
  }

  private void refuse(String reason, UnaryOperator<InteractionEvent.Builder> change) {
    records.add(changed(change).refused(reason));
  }

  private void accept(UnaryOperator<InteractionEvent.Builder> change) {
    records.add(changed(change));
  }

  private Input changed(UnaryOperator<InteractionEvent.Builder> change) {
    return Input.of(change.apply(InteractionEvent.newBuilder(good)).build(), arrival);
  }
}
