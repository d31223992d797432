package org.contactroi.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Driven.TOPICS;
import static org.contactroi.topology.Sent.TENANT;
import static org.contactroi.topology.Sent.begun;
import static org.contactroi.topology.Sent.ended;
import static org.contactroi.topology.Sent.event;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Attribution;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.Participant;
import org.contactroi.events.QueueExited;
import org.contactroi.events.QueueOutcome;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentStarted;
import org.contactroi.events.SurveyAnswered;
import org.contactroi.events.SurveyKind;
import org.contactroi.kpi.family.Volume;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.outputs.Watermark;
import org.contactroi.topology.intake.DeadLetter;
import org.contactroi.topology.intake.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused, with which reason, and that the next good event counts. */
class VerdictTest {

  private static final String AT = "2026-05-01T10:00:00Z";

  @TempDir Path stateDir;
  private Driven driven;

  @BeforeEach
  void start() {
    driven = new Driven(stateDir, Map.of());
  }

  @AfterEach
  void stop() {
    driven.close();
  }

  /** An event with one fault. */
  private static InteractionEvent at(Verdict verdict) {
    return switch (verdict) {
      case BLANK_ID -> copy(ended("a", AT)).setEventId(" ").build();
      case ID_TOO_LONG -> ended("a".repeat(257), AT);
      case STRING_TOO_LONG ->
          copy(ended("a", AT)).setAttributes(Map.of("k", "v".repeat(1_025))).build();
      case EVENT_TOO_LARGE -> copy(ended("a", AT)).setAttributes(attributes(300)).build();
      case KEY_MISMATCH -> ended("another", AT);
      case TIME_OUT_OF_RANGE -> ended("a", "1989-12-31T23:59:59Z");
      case AHEAD_OF_OBSERVATION ->
          copy(ended("a", AT)).setObservedAt(Instant.parse("2026-05-01T08:59:59Z")).build();
      case DURATION_OUT_OF_RANGE -> of(new QueueExited("v", QueueOutcome.ANSWERED, -1L));
      case TOKENS_OUT_OF_RANGE -> of(new AiUsageRecorded("model", 0L, 1_000_000_001L, 0L));
      case AMOUNT_OUT_OF_RANGE -> of(sale(-1, "EUR"));
      case MARGIN_OUT_OF_RANGE ->
          of(new SaleRecorded("o", SaleKind.NEW, 1L, "EUR", 10_001, Attribution.AI));
      case SCALE_INVALID -> of(new SurveyAnswered("s", SurveyKind.NPS, null, 3, 1, 5, true));
      case SCORE_OUT_OF_SCALE -> of(new SurveyAnswered("s", SurveyKind.CSAT, null, 6, 1, 5, true));
      case CONCURRENCY_OUT_OF_RANGE ->
          of(
              SegmentStarted.newBuilder()
                  .setSegmentId("s")
                  .setParticipant(Participant.AGENT)
                  .setLiveConcurrency(0)
                  .build());
      case UNKNOWN_CURRENCY -> of(sale(1, "XXQ"));
      case TOO_LATE -> ended("a", "2026-04-10T09:59:59Z");
      case ERASED -> throw new IllegalArgumentException("no event is erased by itself");
    };
  }

  /** As many attributes of 1 000 characters each. */
  private static Map<String, String> attributes(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "k" + i, i -> "v".repeat(1_000)));
  }

  private static InteractionEvent.Builder copy(InteractionEvent event) {
    return InteractionEvent.newBuilder(event);
  }

  private static InteractionEvent of(SpecificRecord payload) {
    return event("a", "e", AT, payload).build();
  }

  private static SaleRecorded sale(long amount, String currency) {
    return new SaleRecorded("o", SaleKind.NEW, amount, currency, 0, Attribution.AI);
  }

  private long inbound() {
    return driven.days(TENANT, Volume.FAMILY).get(Volume.INBOUND);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ERASED")
  void everyFaultIsRejectedByItsNameWithTheEventAndTheNextGoodEventCounts(Verdict verdict) {
    InteractionEvent event = at(verdict);
    String key = verdict == Verdict.KEY_MISMATCH ? "a" : event.getInteractionId();
    driven.send(begun("before", AT));

    driven.raw(key, driven.wire(event));
    driven.send(begun("after", AT)).flush();

    TestRecord<String, byte[]> published = driven.records(TOPICS.rejects()).get(0);
    RejectedEvent reject = (RejectedEvent) driven.decode(published.value());
    assertThat(reject.getReason()).isEqualTo(verdict.name());
    assertThat(reject.getTopic()).isEqualTo(TOPICS.interactionEvents());
    assertThat(reject.getOffset()).isEqualTo(1);
    byte[] wire = driven.wire(event);
    assertThat(reject.getEvent().array())
        .isEqualTo(Arrays.copyOf(wire, Math.min(wire.length, 65_536)));
    assertThat(inbound()).isEqualTo(2);
  }

  @Test
  void theEarliestEventThatIsNotTooLateLiesExactlyRBehind() {
    driven.send(begun("newest", AT)).send(begun("limit", "2026-04-10T10:00:00Z"));
    driven.send(ended("late", "2026-04-10T09:59:59.999Z")).flush();

    assertThat(driven.records(TOPICS.rejects())).hasSize(1);
    assertThat(inbound()).isEqualTo(2);
  }

  @Test
  void oneTenantsTimeMakesNoOtherTenantLate() {
    driven.send(begun("a", AT));

    driven.send(copy(begun("b", "2020-01-01T00:00:00Z")).setTenantId("history").build()).flush();

    assertThat(driven.records(TOPICS.rejects())).isEmpty();
    assertThat(driven.days("history", Volume.FAMILY).get(Volume.INBOUND)).isEqualTo(1);
  }

  @Test
  void anEventOfTheFutureMakesNothingLate() {
    driven.send(begun("future", "2090-01-01T00:00:00Z")).send(begun("now", AT)).flush();

    assertThat(driven.records(TOPICS.rejects()))
        .as("the clock follows the future no further than an hour past now, %s", Driven.NOW)
        .hasSize(1);
    assertThat(inbound()).isEqualTo(1);
  }

  @Test
  void whatIsNoEventIsADeadLetterAsItCameAndSaysWhyAndWhere() {
    byte[] garbage = "garbage".getBytes(StandardCharsets.UTF_8);
    driven.raw("k", garbage);
    driven.raw("k", new byte[] {0, 0, 0, 0, 0});
    driven.raw("k", driven.wire(new Watermark("acme", Instant.EPOCH, null)));
    driven.raw("k", null);
    driven.send(begun("good", AT)).flush();

    assertThat(driven.records(TOPICS.deadLetters()))
        .extracting(letter -> header(letter, DeadLetter.REASON))
        .containsExactly("UNKNOWN_MAGIC_BYTE", "MALFORMED_BODY", "SCHEMA_MISMATCH", "NULL_VALUE");
    TestRecord<String, byte[]> first = driven.records(TOPICS.deadLetters()).get(0);
    assertThat(first.value()).isEqualTo(garbage);
    assertThat(first.key()).isEqualTo("k");
    assertThat(header(first, "contact-roi.topic")).isEqualTo(TOPICS.interactionEvents());
    assertThat(header(first, "contact-roi.partition")).isEqualTo("0");
    assertThat(header(first, "contact-roi.offset")).isEqualTo("0");
    assertThat(inbound()).isEqualTo(1);
  }

  private static String header(TestRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
