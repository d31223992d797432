package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.MoneyAmount;
import org.contactroi.outputs.Ratio;
import org.contactroi.outputs.StatementPayback;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.outputs.StatementTrack;
import org.contactroi.outputs.Status;
import org.contactroi.outputs.UnpricedLine;
import org.contactroi.record.RecordReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoiGaugesTest {

  private static final LocalDate START = LocalDate.parse("2026-03-02");

  private final List<StatementRecord> published = new ArrayList<>();
  private final RoiGauges gauges =
      new RoiGauges(new RecordReader((topic, value) -> published.get(value[0])), "roi");

  @Test
  void theNewestStatementOfAHorizonIsShown() {
    gauges.put("acme/all/day/2026-03-03", wire(statement(START.plusDays(1), 7L)));
    gauges.put("acme/all/day/2026-03-02", wire(statement(START, 5L)));

    assertThat(values("contact_roi_net_value")).containsExactly(7.0, 7.0);
    assertThat(values("contact_roi_payback_timestamp_seconds"))
        .containsExactly((double) START.toEpochDay() * 86_400);
  }

  @Test
  void whatIsUndefinedIsAbsent() {
    gauges.put("acme/all/day/2026-03-02", wire(statement(START, null)));

    assertThat(values("contact_roi_net_value")).isEmpty();
    assertThat(values("contact_roi_return_ratio")).isEmpty();
    assertThat(values("contact_roi_settled_days_ratio")).containsExactly(0.5);
  }

  @Test
  void aWithdrawnStatementHasNoGauges() {
    gauges.put("acme/all/day/2026-03-02", wire(statement(START, 5L)));
    gauges.put("acme/all/day/2026-03-02", null);

    assertThat(gauges.samples()).isEmpty();
  }

  @Test
  void aStatementWithAnEarlierStartTakesThePlaceOfOneThatIsWithdrawnAfterIt() {
    gauges.put("acme/all/to-date/2026-03-03", wire(statement(START.plusDays(1), 7L)));
    gauges.put("acme/all/to-date/2026-03-02", wire(statement(START, 5L)));
    gauges.put("acme/all/to-date/2026-03-03", null);

    assertThat(values("contact_roi_net_value")).containsExactly(5.0, 5.0);
  }

  @Test
  void aStatementWithAnEarlierStartTakesThePlaceOfOneThatIsWithdrawnBeforeIt() {
    gauges.put("acme/all/to-date/2026-03-03", wire(statement(START.plusDays(1), 7L)));
    gauges.put("acme/all/to-date/2026-03-03", null);
    gauges.put("acme/all/to-date/2026-03-02", wire(statement(START, 5L)));

    assertThat(values("contact_roi_net_value")).containsExactly(5.0, 5.0);
  }

  @Test
  void aTombstoneWithdrawsNoStatementButItsOwn() {
    gauges.put("acme/all/day/2026-03-02", wire(statement(START, 5L)));
    gauges.put("acme/all/day/2026-03-03", null);
    gauges.put("acme/all/day/2026-03-01", null);

    assertThat(values("contact_roi_net_value")).containsExactly(5.0, 5.0);
  }

  private byte[] wire(StatementRecord statement) {
    published.add(statement);
    return new byte[] {(byte) (published.size() - 1)};
  }

  private List<Double> values(String name) {
    return gauges.samples().stream()
        .filter(sample -> sample.name().equals(name))
        .map(Sample::value)
        .toList();
  }

  private static StatementRecord statement(LocalDate start, @Nullable Long units) {
    return StatementRecord.newBuilder()
        .setTenantId("acme")
        .setScope("all")
        .setHorizon(Horizon.DAY)
        .setStart(start)
        .setFrom(start)
        .setTo(start)
        .setZone("UTC")
        .setTzdbVersion("2026a")
        .setCurrency("EUR")
        .setGoLive(START)
        .setStatus(Status.PROVISIONAL)
        .setSettledFraction(new Ratio(1L, 2L, 0.5))
        .setRevision(1)
        .setSettled(track(units))
        .setProvisional(track(units))
        .setPayback(new StatementPayback(amount(units), START, 0L, 0L))
        .setScorecard(List.of())
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
