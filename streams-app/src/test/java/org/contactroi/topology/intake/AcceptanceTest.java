package org.contactroi.topology.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.topology.Sent.event;

import java.time.Instant;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AiUsageRecorded;
import org.contactroi.events.Attribution;
import org.contactroi.events.InteractionEvent;
import org.contactroi.events.SaleKind;
import org.contactroi.events.SaleRecorded;
import org.contactroi.events.SegmentStarted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bounds that keep the sums of years within a long, and keys short. */
class AcceptanceTest {

  private static final long MOST_TOKENS = 1_000_000_000;
  private static final long LARGEST_AMOUNT = 10_000_000_000_000_000L;

  @Test
  void anEventRecordsAtMostAThousandMillionTokensOfEachKind() {
    assertAccepted(new AiUsageRecorded("m", MOST_TOKENS, MOST_TOKENS, 0L));
    assertRejected(new AiUsageRecorded("m", MOST_TOKENS + 1, 0L, 0L), Verdict.TOKENS_OUT_OF_RANGE);
    assertRejected(new AiUsageRecorded("m", 0L, Long.MAX_VALUE, 0L), Verdict.TOKENS_OUT_OF_RANGE);
    assertRejected(new AiUsageRecorded("m", 0L, -1L, 0L), Verdict.TOKENS_OUT_OF_RANGE);
    assertRejected(new AiUsageRecorded("m", 0L, 0L, -1L), Verdict.DURATION_OUT_OF_RANGE);
  }

  @Test
  void aSaleIsOfAtMostTenThousandMillionUnits() {
    assertAccepted(sale(LARGEST_AMOUNT, 0));
    assertAccepted(sale(0, 0));
    assertRejected(sale(LARGEST_AMOUNT + 1, 0), Verdict.AMOUNT_OUT_OF_RANGE);
    assertRejected(sale(-1, 0), Verdict.AMOUNT_OUT_OF_RANGE);
  }

  @Test
  void aMarginIsAtMostTheAmount() {
    assertAccepted(sale(1, 10_000));
    assertAccepted(sale(1, -10_000));
    assertRejected(sale(1, 10_001), Verdict.MARGIN_OUT_OF_RANGE);
    assertRejected(sale(1, -10_001), Verdict.MARGIN_OUT_OF_RANGE);
  }

  @Test
  void whatRatesAreKeyedByIsAnId() {
    assertRejected(new AiUsageRecorded(" ", 1L, 0L, 0L), Verdict.BLANK_ID);
    assertRejected(new AiUsageRecorded("m".repeat(257), 1L, 0L, 0L), Verdict.ID_TOO_LONG);
    assertAccepted(leg().setBotVersion("7".repeat(256)).build());
    assertRejected(leg().setBotVersion("7".repeat(257)).build(), Verdict.ID_TOO_LONG);
    assertRejected(leg().setAgentGrade("g".repeat(257)).build(), Verdict.ID_TOO_LONG);
  }

  @Test
  void whatHappenedAfterItWasObservedIsRefusedNamingBothTimes() {
    InteractionEvent event =
        event("a", "e", "2026-05-01T10:00:00Z", new AiUsageRecorded("m", 1L, 0L, 0L))
            .setObservedAt(Instant.parse("2026-05-01T08:59:59Z"))
            .build();

    assertThat(Acceptance.check("a".getBytes(UTF_8), Envelope.of(event), 100))
        .isEqualTo(
            new Rejection(
                Verdict.AHEAD_OF_OBSERVATION,
                "occurred_at is '2026-05-01T10:00:00Z', observed_at is '2026-05-01T08:59:59Z'"));
  }

  private static SegmentStarted.Builder leg() {
    return SegmentStarted.newBuilder().setSegmentId("s");
  }

  private static SaleRecorded sale(long amount, int margin) {
    return new SaleRecorded("o", SaleKind.NEW, amount, "EUR", margin, Attribution.AI);
  }

  private static void assertAccepted(SpecificRecord payload) {
    assertThat(check(payload)).isNull();
  }

  private static void assertRejected(SpecificRecord payload, Verdict verdict) {
    assertThat(Objects.requireNonNull(check(payload)).verdict()).isEqualTo(verdict);
  }

  private static @Nullable Rejection check(SpecificRecord payload) {
    return Acceptance.check(
        "a".getBytes(UTF_8),
        Envelope.of(event("a", "e", "2026-05-01T10:00:00Z", payload).build()),
        100);
  }
}
