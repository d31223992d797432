package org.contactroi.local.screen;

import static org.contactroi.local.Tracks.money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.local.Tracks;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.record.TenantStatement;
import org.jspecify.annotations.Nullable;

/** A return to date with amounts that are easy to check. */
final class SampleStatement {

  private static final LocalDate GO_LIVE = LocalDate.parse("2026-06-12");

  private SampleStatement() {}

  /** Benefit 300 and cost 200 of the settled days, 450 and 240 of all. */
  static TenantStatement paidBack(@Nullable LocalDate date) {
    return of(date, track(300, 200, 80), track(450, 240, 100));
  }

  /** Nothing is settled. */
  static TenantStatement begun() {
    return of(null, track(0, 0, 0), track(450, 240, 3));
  }

  private static TenantStatement of(
      @Nullable LocalDate date, StatementTrack settled, StatementTrack provisional) {
    return new TenantStatement(
        StatementRecord.newBuilder()
            .setTenantId("demo")
            .setScope("all")
            .setHorizon(Horizon.TO_DATE)
            .setStart(GO_LIVE)
            .setFrom(GO_LIVE)
            .setTo(LocalDate.parse("2026-10-30"))
            .setZone("Europe/Berlin")
            .setTzdbVersion("2026a")
            .setCurrency("EUR")
            .setGoLive(GO_LIVE)
            .setStatus(Status.PROVISIONAL)
            .setSettledFraction(new Ratio(80L, 100L, 0.8))
            .setWatermark(Instant.parse("2026-10-30T09:00:00Z"))
            .setRevision(1)
            .setSettled(settled)
            .setProvisional(provisional)
            .setPayback(new StatementPayback(money(1_234), date, date == null ? 40L : 0L, null))
            .setScorecard(
                List.of(
                    new ScoreLine("FCR", new Ratio(8_300_000L, 1_000L, 8_300.0), 1_000L, 7_920L)))
            .build());
  }

  private static StatementTrack track(long benefit, long cost, long days) {
    StatementTrack track = Tracks.of(0);
    Map.of("cashable", benefit, "ai_run", cost, "counterfactual", 5_000L, "actual", 3_000L)
        .forEach((field, units) -> track.put(field, money(units)));
    track.put("days", days);
    track.put("episodes", 1_000L);
    return track;
  }
}
