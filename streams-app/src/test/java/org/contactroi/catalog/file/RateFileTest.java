package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.FxEntry;
import org.contactroi.catalog.RateEntry;
import org.contactroi.interaction.Resource;
import org.contactroi.roi.rate.FxRate;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.rate.RateUnit;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates and exchange rates are read to the last decimal, and everything wrong is named. */
class RateFileTest {

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
            "f.yaml:5: channel is 'fax'; allowed: voice, video, chat, email, sms, whatsapp, wechat,"
                + " social, task, callback, other, unknown, *",
            "f.yaml:6: unit is 'hour'; allowed: each, thousand for bot-message",
            "f.yaml:7: amount is 'cheap'; allowed: an amount such as 21.50, from 0 to 10000000000,"
                + " with at most 6 decimals",
            "f.yaml:8: currency is 'EURO'; allowed: an ISO 4217 code such as EUR",
            "f.yaml:9: valid-from is '2026-01-01'; allowed: an instant of whole seconds, from 1990"
                + " to 2099, such as 2026-01-01T00:00:00Z",
            "f.yaml:10: utilisation-bp is '7500'; allowed: none for bot-message, only for agent",
            "f.yaml:11: unknown key 'utilization', did you mean 'utilisation-bp'? allowed: tenant,"
                + " id, resource, key, channel, unit, amount, currency, valid-from, valid-to,"
                + " utilisation-bp, source-note",
            "f.yaml:14: resource is 'agnet', did you mean 'agent'? allowed: agent, telephony,"
                + " bot-session, bot-message, model-input-token, model-output-token, model-audio,"
                + " contact",
            "f.yaml:15: unit is 'hours', did you mean 'hour'? allowed: hour, each, thousand",
            "f.yaml:17: currency is 'XYZ'; allowed: an ISO 4217 code such as EUR",
            "f.yaml:19: valid-to is '2026-01-01T00:00:00Z'; allowed: an instant of whole seconds,"
                + " from 1990 to 2099, such as 2026-01-01T00:00:00Z, after valid-from",
            "f.yaml:21: key is 'senior'; allowed: grade:NAME, queue:NAME, other, *",
            "f.yaml:21: unit is 'thousand'; allowed: hour for agent",
            "f.yaml:22: utilisation-bp is '0'; allowed: basis points, a whole number from 1 to"
                + " 10000");
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
        "from: EUR, to: EUR, day: 2026-01-01, rate: 1|to is 'EUR'; allowed: an ISO 4217 code such"
            + " as EUR, another than from",
        "from: EUR, to: USD, day: 2026-02-30, rate: 1|day is '2026-02-30'; allowed: a day from 1990"
            + " to 2099 such as 2026-12-25",
        "from: EUR, to: USD, day: 1989-12-31, rate: 1|day is '1989-12-31'; allowed: a day",
        "from: EUR, to: USD, day: 2026-01-01, rate: 0|rate is '0'; allowed: a number above 0, at"
            + " most 1000000, with at most 9 decimals",
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
}
