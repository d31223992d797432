package org.contactroi.serve;

import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.ScoreLine;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.roi.baseline.Score;
import org.jspecify.annotations.Nullable;

/** Statements made by hand. */
public final class Statements {

  private static final LocalDate GO_LIVE = LocalDate.parse("2026-03-02");

  private Statements() {}

  /**
   * One of a single day, half settled.
   *
   * @param units its benefit; null if a price is missing
   */
  public static StatementRecord of(Horizon horizon, LocalDate day, @Nullable Long units) {
    return StatementRecord.newBuilder()
        .setTenantId("acme")
        .setScope("all")
        .setHorizon(horizon)
        .setStart(day)
        .setFrom(day)
        .setTo(day)
        .setZone("UTC")
        .setTzdbVersion("2026a")
        .setCurrency("EUR")
        .setGoLive(GO_LIVE)
        .setStatus(Status.PROVISIONAL)
        .setSettledFraction(new Ratio(1L, 2L, 0.5))
        .setRevision(1)
        .setSettled(track(units))
        .setProvisional(track(units))
        .setPayback(new StatementPayback(amount(units), GO_LIVE, 0L, 0L))
        .setScorecard(List.of(new ScoreLine(Score.CSAT.name(), new Ratio(1L, 2L, 0.5), 2L, null)))
        .build();
  }

  /** The whole benefit is margin of sales, and nothing costs anything. */
  private static StatementTrack track(@Nullable Long units) {
    StatementTrack track = new StatementTrack();
    for (Schema.Field field : track.getSchema().getFields()) {
      switch (field.schema().getType()) {
        case LONG -> track.put(field.pos(), 1L);
        case ARRAY -> track.put(field.pos(), List.of());
        case RECORD -> track.put(field.pos(), value(field, units));
        default -> track.put(field.pos(), null);
      }
    }
    return track;
  }

  private static Object value(Schema.Field field, @Nullable Long units) {
    return field.schema().getName().equals("Ratio")
        ? new Ratio(0L, 0L, null)
        : amount(field.name().equals("margin") ? units : (Long) 0L);
  }

  private static MoneyAmount amount(@Nullable Long units) {
    return units == null
        ? new MoneyAmount(null, 0L, List.of(new UnpricedLine("SALES", "USD", 1L)), 0L)
        : new MoneyAmount(units * 1_000_000, units * 1_000_000, List.of(), 0L);
  }
}
