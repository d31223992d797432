package org.contactroi.serve.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.contactroi.outputs.Horizon;
import org.contactroi.outputs.StatementRecord;
import org.contactroi.record.RecordReader;
import org.contactroi.serve.Statements;
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
    return Statements.of(Horizon.DAY, start, units);
  }
}
