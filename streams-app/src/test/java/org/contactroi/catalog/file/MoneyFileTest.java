package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.BaselineEntry;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.interaction.Attribution;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.Baseline;
import org.contactroi.roi.BaselineMethod;
import org.contactroi.roi.BaselineRow;
import org.contactroi.roi.BaselineRow.FrozenMoney;
import org.contactroi.roi.BaselineRow.Sample;
import org.contactroi.roi.EntryCategory;
import org.contactroi.roi.EntryCategory.Side;
import org.contactroi.roi.EntryNature;
import org.contactroi.roi.FxRate;
import org.contactroi.roi.LedgerEntry;
import org.contactroi.roi.LedgerEntry.Evidence;
import org.contactroi.roi.LedgerEntry.Service;
import org.contactroi.roi.MoneyPolicy;
import org.contactroi.roi.RateRow;
import org.contactroi.roi.RateUnit;
import org.contactroi.roi.Score;
import org.contactroi.roi.UsageKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files say about money is read to the last millionth, and everything wrong is named. */
class MoneyFileTest {

  private final Problems problems = new Problems();

  private CatalogEntry read(String content) {
    return CatalogFile.read("f.yaml", content, problems).entries().get(0).entry();
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void aRateIsReadWithAllItsFields() {
    CatalogEntry entry =
        read(
            """
            rates:
              - tenant: shop
                id: senior
                resource: agent
                key: grade:senior
                channel: chat
                unit: hour
                amount: 21.123456
                currency: EUR
                valid-from: 2026-01-01T00:00:00+01:00
                valid-to: 2026-07-01T00:00:00+02:00
                utilisation-bp: 7500
                source-note: payroll
            """);

    assertThat(messages()).isEmpty();
    assertThat(entry)
        .isEqualTo(
            new RateEntry(
                "shop",
                new RateRow(
                    "senior",
                    Resource.AGENT,
                    "grade:senior",
                    "CHAT",
                    RateUnit.HOUR,
                    21_123_456,
                    "EUR",
                    Instant.parse("2025-12-31T23:00:00Z").toEpochMilli(),
                    Instant.parse("2026-06-30T22:00:00Z").toEpochMilli(),
                    7_500,
                    "payroll")));
    assertThat(entry.key()).isEqualTo("rate/shop/senior");
  }

  /** 0.1 + 0.2 and the like never go through a double. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 100000",
    "0.000001, 1",
    "1234567890.123456, 1234567890123456",
    "10000000000, 10000000000000000",
    "5.500000000, 5500000",
    "0, 0"
  })
  void amountsAreExact(String text, long micros) {
    RateEntry rate =
        (RateEntry)
            read(
                """
                rates:
                  - {tenant: shop, id: a, resource: bot-message, unit: each, amount: %s, currency: CNY,
                     valid-from: 2026-01-01T00:00:00Z, source-note: x}
                """
                    .formatted(text));

    assertThat(messages()).isEmpty();
    assertThat(rate.row().amountMicros()).isEqualTo(micros);
    assertThat(rate.row().key()).isEqualTo(RateRow.ANY);
    assertThat(rate.row().channel()).isEqualTo(RateRow.ANY);
    assertThat(rate.row().validTo()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0000001",
    "-1",
    "1e3",
    "'1,5'",
    "1_000",
    "10000000000.000001",
    ".5",
    "0x1F",
    "'21 EUR'"
  })
  void whatIsNoExactAmountIsRefused(String text) {
    read(
        """
        rates:
          - {tenant: shop, id: a, resource: bot-message, unit: each, currency: CNY,
             valid-from: 2026-01-01T00:00:00Z, source-note: x,
             amount: '%s'}
        """
            .formatted(text));

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: amount is '%s'; allowed: an amount such as 21.50, from 0 to 10000000000, with at most 6 decimals"
                .formatted(text));
  }

  @Test
  void everythingWrongWithARateIsNamedAtOnce() {
    read(
        """
        rates:
          - tenant: shop
            resource: bot-message
            key: ''
            channel: fax
            unit: hour
            amount: cheap
            currency: EURO
            valid-from: 2026-01-01
            utilisation-bp: 7500
            utilization: 1
          - tenant: shop
            id: b
            resource: agnet
            unit: hours
            amount: 1
            currency: XYZ
            valid-from: 2026-01-01T00:00:00Z
            valid-to: 2026-01-01T00:00:00Z
            source-note: x
          - {tenant: shop, id: c, resource: agent, key: senior, unit: thousand, amount: 1, currency: EUR,
             valid-from: 2026-01-01T00:00:00Z, source-note: x, utilisation-bp: 0}
        """);

    assertThat(messages())
        .containsExactly(
            "f.yaml:2: id is missing; allowed: not blank, at most 256 bytes",
            "f.yaml:2: source-note is missing; allowed: not blank, at most 1024 bytes",
            "f.yaml:4: key is ''; allowed: a bot or a model, at most 256 bytes, *",
            "f.yaml:5: channel is 'fax'; allowed: voice, video, chat, email, sms, whatsapp, wechat, social, task, callback, other, unknown, *",
            "f.yaml:6: unit is 'hour'; allowed: each, thousand for bot-message",
            "f.yaml:7: amount is 'cheap'; allowed: an amount such as 21.50, from 0 to 10000000000, with at most 6 decimals",
            "f.yaml:8: currency is 'EURO'; allowed: an ISO 4217 code such as EUR",
            "f.yaml:9: valid-from is '2026-01-01'; allowed: an instant of whole seconds, from 1990 to 2099, such as 2026-01-01T00:00:00Z",
            "f.yaml:10: utilisation-bp is '7500'; allowed: none for bot-message, only for agent",
            "f.yaml:11: unknown key 'utilization', did you mean 'utilisation-bp'? allowed: tenant, id, resource, key, channel, unit, amount, currency, valid-from, valid-to, utilisation-bp, source-note",
            "f.yaml:14: resource is 'agnet', did you mean 'agent'? allowed: agent, telephony, bot-session, bot-message, model-input-token, model-output-token, model-audio, contact",
            "f.yaml:15: unit is 'hours', did you mean 'hour'? allowed: hour, each, thousand",
            "f.yaml:17: currency is 'XYZ'; allowed: an ISO 4217 code such as EUR",
            "f.yaml:19: valid-to is '2026-01-01T00:00:00Z'; allowed: an instant of whole seconds, from 1990 to 2099, such as 2026-01-01T00:00:00Z, after valid-from",
            "f.yaml:21: key is 'senior'; allowed: grade:NAME, queue:NAME, other, *",
            "f.yaml:21: unit is 'thousand'; allowed: hour for agent",
            "f.yaml:22: utilisation-bp is '0'; allowed: basis points, a whole number from 1 to 10000");
  }

  @Test
  void anExchangeRateIsReadToTheNano() {
    CatalogEntry entry =
        read("fx: [{tenant: shop, from: USD, to: CNY, day: 2026-06-01, rate: 7.103500001}]");

    assertThat(messages()).isEmpty();
    assertThat(entry)
        .isEqualTo(
            new FxEntry(
                "shop", new FxRate("USD", "CNY", LocalDate.parse("2026-06-01"), 7_103_500_001L)));
    assertThat(entry.key()).isEqualTo("fx/shop/USD-CNY-2026-06-01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from: EUR, to: EUR, day: 2026-01-01, rate: 1|to is 'EUR'; allowed: an ISO 4217 code such as EUR, another than from",
        "from: EUR, to: USD, day: 2026-02-30, rate: 1|day is '2026-02-30'; allowed: a day from 1990 to 2099 such as 2026-12-25",
        "from: EUR, to: USD, day: 1989-12-31, rate: 1|day is '1989-12-31'; allowed: a day",
        "from: EUR, to: USD, day: 2026-01-01, rate: 0|rate is '0'; allowed: a number above 0, at most 1000000, with at most 9 decimals",
        "from: EUR, to: USD, day: 2026-01-01, rate: 1.0000000001|rate is '1.0000000001'",
        "from: EUR, to: USD, day: 2026-01-01, rate: 1000000.000000001|rate is '1000000.000000001'",
        "from: EUR, to: USD, day: 2026-01-01|rate is missing",
        "from: eur, to: USD, day: 2026-01-01, rate: 1|from is 'eur'"
      })
  void anExchangeRateThatCannotBeIsRefused(String fields, String message) {
    read("fx: [{tenant: shop, %s}]".formatted(fields));

    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0)).startsWith("f.yaml:1: " + message);
  }

  @Test
  void anEntryOfTheLedgerIsReadWithAllItsFields() {
    CatalogEntry entry =
        read(
            """
            ledger:
              - tenant: shop
                id: licence
                side: COST
                category: LICENCE
                nature: opex
                amount: 9800
                currency: EUR
                cash-date: 2026-01-02
                service-from: 2026-01-01
                service-to: 2026-12-31
                scope: bot
                incremental: true
                covers-metered: false
                reverses-entry-id: old
                evidence-ref: bill 7
                author: ann
                approved-by: bob
            """);

    assertThat(messages()).isEmpty();
    assertThat(entry)
        .isEqualTo(
            new LedgerLine(
                "shop",
                new LedgerEntry(
                    "licence",
                    Side.COST,
                    EntryCategory.LICENCE,
                    EntryNature.OPEX,
                    9_800_000_000L,
                    "EUR",
                    LocalDate.parse("2026-01-02"),
                    new Service(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
                    "bot",
                    true,
                    false,
                    "old",
                    new Evidence("bill 7", "ann", "bob"))));
  }

  private static String ledger(String fields) {
    return """
        ledger:
          - {tenant: shop, id: e, amount: 1, currency: EUR, cash-date: 2026-01-01, scope: s, incremental: true,
             evidence-ref: r, author: a, %s}
        """
        .formatted(fields);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "side: cost, category: LICENSE, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01|category is 'LICENSE', did you mean 'licence'? allowed: licence, custom-dev,",
        "side: cost, category: risk-avoided, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01|category is 'risk-avoided', did you mean",
        "side: benefit, category: licence, service-from: 2026-01-01, service-to: 2026-01-01|category is 'licence', did you mean",
        "side: benefit, category: risk-avoided, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01|nature is there; allowed: none for a benefit",
        "side: cost, category: ops, service-from: 2026-01-01, service-to: 2026-01-01|nature is missing; allowed: capex, opex, hidden",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-02, service-to: 2026-01-01|service-to is '2026-01-01'; allowed: a day from 1990 to 2099 such as 2026-12-25, not before service-from",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01, covers-metered: true|covers-metered is 'true'; allowed: none for ops, only for licence, subscription, model-usage",
        "side: cost, category: licence, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01, covers-metered: yes|covers-metered is 'yes'; allowed: true, false",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01, reverses-entry-id: e|reverses-entry-id is 'e'; allowed: the id of another entry",
        "side: both, category: ops, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01|side is 'both', did you mean 'cost'? allowed: cost, benefit"
      })
  void anEntryThatContradictsItselfIsRefused(String fields, String message) {
    read(ledger(fields));

    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0)).startsWith("f.yaml:").contains(": " + message);
  }

  @Test
  void aBaselineIsReadWithUsageInTheUnitsOfItsResources() {
    BaselineEntry entry =
        (BaselineEntry)
            read(
                """
                baselines:
                  - tenant: shop
                    id: before
                    method: pre_period
                    from: 2025-01-01
                    to: 2025-12-31
                    valid-from: 2026-01-01
                    frozen-at: 2026-01-01T00:00:00Z
                    scores: {csat: 71.25, nps: -12.5}
                    rows:
                      - channel: voice
                        issue: billing
                        n: 200
                        contacts: 250
                        handled-contacts: 240
                        effort: 20h
                        usage:
                          - {resource: agent, key: 'grade:a', channel: voice, quantity: 100h}
                          - {resource: contact, key: 'queue:q', channel: voice, quantity: 1250}
                """);

    assertThat(messages()).isEmpty();
    assertThat(entry.baseline())
        .isEqualTo(
            new Baseline(
                "before",
                BaselineMethod.PRE_PERIOD,
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2025-12-31"),
                LocalDate.parse("2026-01-01"),
                Instant.parse("2026-01-01T00:00:00Z").toEpochMilli(),
                List.of(
                    new BaselineRow(
                        "VOICE",
                        "billing",
                        Map.of(
                            new UsageKey(Resource.AGENT, "grade:a", "VOICE"), 360_000_000L,
                            new UsageKey(Resource.CONTACT, "queue:q", "VOICE"), 1_250L),
                        null,
                        new Sample(200, 250, 240, 72_000_000))),
                Map.of(Score.CSAT, 7_125, Score.NPS, -1_250)));
  }

  @Test
  void moneyPerEpisodeIsForWhatIsStatedByHand() {
    BaselineEntry entry =
        (BaselineEntry)
            read(
                """
                baselines:
                  - {tenant: shop, id: b, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
                     frozen-at: 2026-01-01T00:00:00Z, rows: [{channel: chat, issue: '*', n: 0, money: 2.35, currency: SGD}]}
                """);

    assertThat(messages()).isEmpty();
    assertThat(entry.baseline().rows().get(0).money()).isEqualTo(new FrozenMoney(2_350_000, "SGD"));
  }

  @Test
  void everythingWrongWithABaselineIsNamedAtOnce() {
    read(
        """
        baselines:
          - tenant: shop
            id: b
            method: measured
            from: 2025-12-31
            to: 2025-01-01
            valid-from: soon
            frozen-at: 2026-01-01T00:00:00Z
            scores: {csat: 100.01, nsp: 3, ces: 1.234}
            rows:
              - {channel: voice, issue: a,
                 usage: [{resource: contact, key: 'queue:q', channel: voice, quantity: 1.5}]}
          - tenant: shop
            id: c
            method: pre-period
            from: 2025-01-01
            to: 2025-12-31
            valid-from: 2026-01-01
            frozen-at: 2026-01-01T00:00:00Z
            rows:
              - {channel: voice, issue: a, n: 0, contacts: 5, handled-contacts: 6, effort: -1s,
                 usage: [{resource: agent, key: 'grade:a', channel: voice, quantity: 5}]}
              - {channel: chat, issue: a, n: 5}
              - {channel: chat, issue: b, n: 5, money: 3, currency: EUR}
              - {channel: sms, issue: b, n: 5, usage: &usage [{resource: agent, key: 'grade:a', channel: sms, quantity: 1h}]}
              - {channel: sms, issue: b, n: 5, usage: *usage}
              - {channel: '*', issue: b, n: 5, usage: *usage}
          - {tenant: shop, id: d, method: pre-period, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01, frozen-at: 2026-01-01T00:00:00Z}
        """);

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: method is 'measured', did you mean 'matched'? allowed: pre-period, control-group, matched, manual",
            "f.yaml:6: to is '2025-01-01'; allowed: a day from 1990 to 2099 such as 2026-12-25, not before from",
            "f.yaml:7: valid-from is 'soon'; allowed: a day from 1990 to 2099 such as 2026-12-25",
            "f.yaml:9: unknown key 'nsp', did you mean 'nps'? allowed: csat, nps, ces, fcr, repeat, conversion, retention, agent-satisfaction",
            "f.yaml:9: csat is '100.01'; allowed: a number from 0 to 100, with at most 2 decimals",
            "f.yaml:9: ces is '1.234'; allowed: a number from 0 to 100, with at most 2 decimals",
            "f.yaml:11: n is missing; allowed: a whole number from 0 to 1000000000000",
            "f.yaml:12: quantity is '1.5'; allowed: a whole number from 1 to 1000000000000",
            "f.yaml:21: n is '0'; allowed: a whole number from 1 to 1000000000000",
            "f.yaml:21: handled-contacts is '6'; allowed: a whole number from 0 to 5",
            "f.yaml:21: effort is '-1s'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S, not negative, at most 36500d",
            "f.yaml:22: quantity is '5'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S, longer than 0, at most 1000000000000 ms",
            "f.yaml:23: usage is missing; allowed: a list of what was used",
            "f.yaml:24: money is there; allowed: usage; money per episode is for method manual",
            "f.yaml:26: sms b has a row already; allowed: one per channel and issue",
            "f.yaml:27: channel is '*', did you mean 'sms'? allowed: voice, video, chat, email, sms, whatsapp, wechat, social, task, callback, other, unknown",
            "f.yaml:28: rows is missing; allowed: a list of rows, each of a channel and issue");
  }

  @Test
  void aPolicyMayStateMoneyOrNone() {
    PolicyEntry with =
        (PolicyEntry)
            read(
                """
                policies:
                  - tenant: shop
                    valid-from: 2026-01-01T00:00:00Z
                    money:
                      currency: CNY
                      go-live: 2026-02-01
                      realisation-bp: 6000
                      incrementality-bp: {ai: 5000, assisted: 2000}
                      customer-margin: 24.5
                      annual-rate-bp: 800
                      declared-benefits: included
                """);
    PolicyEntry without =
        (PolicyEntry) read("policies: [{tenant: shop, valid-from: 2026-01-01T00:00:00Z}]");

    assertThat(messages()).isEmpty();
    assertThat(with.money())
        .isEqualTo(
            new MoneyPolicy(
                "CNY",
                LocalDate.parse("2026-02-01"),
                6_000,
                Map.of(Attribution.AI, 5_000, Attribution.ASSISTED, 2_000, Attribution.AGENT, 0),
                24_500_000L,
                800,
                true));
    assertThat(without.money()).isNull();
    assertThat(with.policy())
        .as("what is counted does not depend on money")
        .isEqualTo(without.policy());
  }

  @Test
  void everythingWrongWithTheMoneyOfAPolicyIsNamedAtItsLine() {
    read(
        """
        policies:
          - tenant: shop
            valid-from: 2026-01-01T00:00:00Z
            money:
              currency: RMB
              realisation-bp: 10001
              incrementality-bp: {ai: 50%, boss: 1}
              customer-margin: -1
              annual-rate-bp: 8.5
              declared-benefits: some
        """);

    assertThat(messages())
        .containsExactly(
            "f.yaml:5: currency is 'RMB'; allowed: an ISO 4217 code such as EUR",
            "f.yaml:5: go-live is missing; allowed: a day from 1990 to 2099 such as 2026-12-25",
            "f.yaml:6: realisation-bp is '10001'; allowed: basis points, a whole number from 0 to 10000",
            "f.yaml:7: unknown key 'boss', did you mean 'ai'? allowed: ai, assisted, agent",
            "f.yaml:7: ai is '50%'; allowed: basis points, a whole number from 0 to 10000",
            "f.yaml:8: customer-margin is '-1'; allowed: an amount such as 21.50, from 0 to 10000000000, with at most 6 decimals",
            "f.yaml:9: annual-rate-bp is '8.5'; allowed: basis points, a whole number from 0 to 100000",
            "f.yaml:10: declared-benefits is 'some'; allowed: included, excluded");
  }

  @Test
  void onlyWhatMayBeCorrectedCanBeRemoved() {
    FileContent read =
        CatalogFile.read(
            "f.yaml",
            """
            remove:
              - {kind: rate, tenant: shop, id: a/b}
              - {kind: policy, tenant: shop, id: x}
            """,
            problems);

    assertThat(read.removals().get(0).key()).isEqualTo("rate/shop/a%2Fb");
    assertThat(messages())
        .containsExactly(
            "f.yaml:3: kind is 'policy'; allowed: fx, rate; policies, calendars and baselines are followed by newer ones, a ledger entry is taken back by another");
  }
}
