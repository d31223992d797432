package org.contactroi.simulator.reference;

import java.time.Duration;
import java.util.List;
import org.contactroi.notation.ChoiceText;
import org.contactroi.notation.DecimalText;
import org.contactroi.simulator.scenario.Baseline;
import org.contactroi.simulator.scenario.LedgerEntry;
import org.contactroi.simulator.scenario.Money;
import org.contactroi.simulator.scenario.Rate;
import org.contactroi.simulator.scenario.Resource;

/** Rates, exchange rates, baselines and ledger of a tenant. */
record MoneyEntries(String tenant, Money money, Dates dates) {

  static final int MICROS = 6;
  private static final int NANOS = 9;

  List<Flow> exchanges() {
    return money.exchanges().stream().map(this::exchange).toList();
  }

  List<Flow> rates() {
    return money.rates().stream().map(this::rate).toList();
  }

  List<Flow> baselines() {
    return money.baselines().stream().map(this::baseline).toList();
  }

  List<Flow> ledger() {
    return money.ledger().stream().map(this::entry).toList();
  }

  private Flow of() {
    return new Flow().put("tenant", tenant);
  }

  private Flow exchange(Money.Exchange exchange) {
    return of().put("from", exchange.from())
        .put("to", money.currency())
        .put("day", dates.date(exchange.day()))
        .put("rate", DecimalText.of(exchange.nanos(), NANOS));
  }

  private Flow rate(Rate rate) {
    Integer to = rate.to();
    Money.Amount amount = rate.price().amount();
    return of().put("id", rate.id())
        .constant("resource", rate.use().resource())
        .text("key", rate.use().key())
        .text("channel", ChoiceText.of(rate.use().channel()))
        .constant("unit", rate.price().unit())
        .put("amount", DecimalText.of(amount.micros(), MICROS))
        .put("currency", amount.currency())
        .put("valid-from", dates.instant(rate.from()))
        .put("valid-to", to == null ? null : dates.instant(to))
        .put("utilisation-bp", rate.utilisationBp())
        .text("source-note", rate.note());
  }

  private Flow baseline(Baseline baseline) {
    Flow scores = new Flow();
    for (Baseline.Score score : Baseline.Score.values()) {
      scores.put(ChoiceText.of(score), baseline.scores().get(score));
    }
    return of().put("id", baseline.id())
        .constant("method", baseline.method())
        .put("from", dates.date(baseline.measured().from()))
        .put("to", dates.date(baseline.measured().to()))
        .put("valid-from", dates.date(baseline.from()))
        .put("frozen-at", dates.instant(baseline.frozen()))
        .put("scores", scores)
        .put("rows", rows(baseline));
  }

  private static String rows(Baseline baseline) {
    return Flow.list(baseline.rows().stream().map(row -> "\n      " + row(row)).toList());
  }

  private static Flow row(Baseline.Row row) {
    Baseline.Sample sample = row.sample();
    Money.Amount amount = row.money();
    return new Flow()
        .put("channel", ChoiceText.of(row.channel()))
        .text("issue", row.issue())
        .put("n", sample.episodes())
        .put("contacts", sample.contacts())
        .put("handled-contacts", sample.handled())
        .put("effort", Duration.ofMillis(sample.effort()))
        .put("usage", row.usage().isEmpty() ? null : usage(row))
        .put("money", amount == null ? null : DecimalText.of(amount.micros(), MICROS))
        .put("currency", amount == null ? null : amount.currency());
  }

  private static String usage(Baseline.Row row) {
    return Flow.list(row.usage().stream().map(line -> "\n        " + usage(line)).toList());
  }

  private static Flow usage(Baseline.Usage line) {
    return new Flow()
        .constant("resource", line.use().resource())
        .text("key", line.use().key())
        .put("channel", ChoiceText.of(line.use().channel()))
        .put("quantity", quantity(line.use().resource(), line.quantity()));
  }

  private static Object quantity(Resource resource, long quantity) {
    return resource.isTime() ? Duration.ofMillis(quantity) : (Object) quantity;
  }

  private Flow entry(LedgerEntry entry) {
    LedgerEntry.Counts counts = entry.counts();
    return of().put("id", entry.id())
        .put("side", entry.kind().category().isBenefit() ? "benefit" : "cost")
        .constant("category", entry.kind().category())
        .constant("nature", entry.kind().nature())
        .put("amount", DecimalText.of(entry.amount().micros(), MICROS))
        .put("currency", entry.amount().currency())
        .put("cash-date", dates.date(entry.paid()))
        .put("service-from", dates.date(entry.service().from()))
        .put("service-to", dates.date(entry.service().to()))
        .put("incremental", counts.isIncremental())
        .put("covers-metered", counts.coversMetered())
        .put("reverses-entry-id", counts.reverses())
        .text("scope", entry.papers().scope())
        .text("evidence-ref", entry.papers().evidence())
        .text("author", entry.papers().author())
        .text("approved-by", entry.papers().approvedBy());
  }
}
