package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.catalog.file.ShopFiles.POLICY;
import static org.contactroi.catalog.file.ShopFiles.published;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contactroi.catalog.file.CatalogChange.Outcome;
import org.contactroi.catalog.file.CatalogChange.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rates, exchange rates, baselines and ledger entries have to agree with. */
class MoneyUpdateTest {

  private static final String RATE =
      """
      rates:
        - {tenant: shop, id: a, resource: agent, unit: hour, amount: 20, currency: EUR,
           valid-from: 2026-01-01T00:00:00+05:30, source-note: payroll}
      """;

  private static final String BOT_RATE =
      RATE.replace(
          "id: a, resource: agent, unit: hour", "id: b, resource: bot-message, unit: each");

  private static final String FX =
      "fx: [{tenant: shop, from: USD, to: EUR, day: 2026-01-01, rate: 0.85}]\n";

  private static final String BASELINE =
      """
      baselines:
        - {tenant: shop, id: before, method: manual, from: 2025-01-01, to: 2025-12-31, valid-from: 2026-01-01,
           frozen-at: 2026-01-01T00:00:00Z,
           rows: [{channel: voice, issue: '*', n: 10, money: 5, currency: EUR}]}
      """;

  private static final String ENTRY =
      """
      ledger:
        - {tenant: shop, id: e, side: cost, category: ops, nature: opex, amount: 100, currency: EUR,
           cash-date: 2026-01-01, service-from: 2026-01-01, service-to: 2026-01-31, scope: bot,
           incremental: true, evidence-ref: bill, author: ann}
      """;

  private final ShopFiles files = new ShopFiles();

  @Test
  void everythingMayBePublishedAtOnceAndForThePast() {
    List<CatalogChange> changes = files.firstChanges(ENTRY, BASELINE, RATE, BOT_RATE, FX, POLICY);

    assertThat(files.messages()).isEmpty();
    assertThat(changes)
        .extracting(change -> change.entry().key())
        .containsExactly(
            "policy/shop/2025-01-01T00:00:00Z",
            "fx/shop/USD-EUR-2026-01-01",
            "rate/shop/a",
            "rate/shop/b",
            "baseline/shop/before",
            "ledger/shop/e");
    assertThat(files.changes(published(POLICY), FX, RATE, BASELINE, ENTRY)).hasSize(4);
    assertThat(files.messages()).as("a watermark of June does not matter").isEmpty();
  }

  @Test
  void theSameAgainIsUnchanged() {
    List<CatalogChange> changes =
        files.changes(published(POLICY, FX, RATE, BASELINE, ENTRY), FX, RATE, BASELINE, ENTRY);

    assertThat(files.messages()).isEmpty();
    assertThat(changes).hasSize(4).noneMatch(CatalogChange::isChange);
  }

  @Test
  void aRateStartsWithAnHourOfItsTenant() {
    files.changes(published(POLICY), RATE.replace("00:00:00+05:30", "00:00:00Z"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:3: valid-from is '2026-01-01T00:00:00Z'; allowed: the start of an hour of the"
                + " tenant, such as 2025-12-31T23:30:00Z");
  }

  @Test
  void aRateMayBeCorrectedForThePast() {
    List<CatalogChange> changes =
        files.changes(published(POLICY, RATE), RATE.replace("amount: 20", "amount: 21.5"));

    assertThat(files.messages()).isEmpty();
    assertThat(changes.get(0).outcome()).isEqualTo(Outcome.CHANGED);
    assertThat(changes.get(0).differences()).isEqualTo(Map.of("amount", new Values("20", "21.5")));
  }

  @Test
  void aTenantWithoutMoneyHasNothingToValue() {
    files.changes(List.of(), RATE, ENTRY);

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: tenant is 'shop'; allowed: a tenant whose policy has money, which states its"
                + " currency",
            "f.yaml:2: tenant is 'shop'; allowed: a tenant whose policy has money, which states its"
                + " currency");
  }

  @Test
  void aCurrencyNeedsAnExchangeRateByTheDayItIsUsed() {
    String usd = "currency: USD";
    files.changes(
        published(POLICY, FX),
        RATE.replace("currency: EUR", usd).replace("2026-01-01T", "2025-12-31T"),
        BOT_RATE.replace("currency: EUR", usd),
        BASELINE.replace("currency: EUR", "currency: GBP"),
        ENTRY
            .replace("currency: EUR", usd)
            .replace("cash-date: 2026-01-01", "cash-date: 2025-12-31"));

    assertThat(files.messages())
        .containsExactlyInAnyOrder(
            "f.yaml:2: currency is 'USD'; allowed: EUR, or a currency with an exchange rate into it"
                + " on 2025-12-31 or before",
            "f.yaml:4: currency of rows is 'GBP'; allowed: EUR, or a currency with an exchange rate"
                + " into it on 2026-01-01 or before",
            "f.yaml:2: currency is 'USD'; allowed: EUR, or a currency with an exchange rate into it"
                + " on 2025-12-31 or before");
  }

  @Test
  void anExchangeRateOfTheSameFileWillDo() {
    files.changes(published(POLICY), RATE.replace("currency: EUR", "currency: USD"), FX);

    assertThat(files.messages()).isEmpty();
  }

  @Test
  void anExchangeRateLeadsToTheCurrencyOfTheTenant() {
    files.changes(published(POLICY), FX.replace("to: EUR", "to: GBP"));

    assertThat(files.messages())
        .containsExactly("f.yaml:1: to is 'GBP'; allowed: EUR, the currency of the tenant");
  }

  @Test
  void anAmountThatIsTooLargeOnceExchangedIsRefusedWhicheverComesFirst() {
    String large =
        ENTRY.replace("amount: 100, currency: EUR", "amount: 10000000000, currency: USD");
    String dear = FX.replace("0.85", "1.000000001");
    String allowed =
        "is too large: 10000000000 USD at the rate 1.000000001 of 2026-01-01; allowed: at most"
            + " 10000000000 EUR";
    files.changes(published(POLICY, dear), large);
    files.changes(published(POLICY, FX, large), dear);
    files.changes(published(POLICY, FX.replace("0.85", "1")), large);

    assertThat(files.messages())
        .containsExactlyInAnyOrder("f.yaml:2: amount " + allowed, "f.yaml:1: rate " + allowed);
  }

  @ParameterizedTest
  @CsvSource({"licence", "subscription", "model-usage"})
  void whatMayPayForMeteredUseSaysSoOnDaysOnWhichAiHasARate(String category) {
    String entry = ENTRY.replace("category: ops", "category: " + category);
    files.changes(published(POLICY, RATE, BOT_RATE), entry);
    files.changes(
        published(POLICY, RATE, BOT_RATE),
        entry.replace("incremental", "covers-metered: true, incremental"));
    files.changes(
        published(POLICY, RATE, BOT_RATE),
        entry.replace("incremental", "covers-metered: false, incremental"));
    files.changes(published(POLICY, RATE), entry);
    files.changes(
        published(POLICY, RATE, BOT_RATE),
        entry.replace("2026-01-01, service-to: 2026-01-31", "2025-12-01, service-to: 2025-12-31"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: covers-metered is missing; allowed: true, false; use of the AI was metered on 2026-01-01, and %s of these days must say whether it pays for that"
                .formatted(category.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  @Test
  void aFrozenBaselineIsNeverRewritten() {
    files.changes(published(POLICY, BASELINE), BASELINE.replace("n: 10", "n: 11"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: id is 'before'; allowed: an id of its own, because the baseline there never"
                + " changes");
  }

  @Test
  void anEntryOfTheLedgerIsNeverRewritten() {
    files.changes(published(POLICY, ENTRY), ENTRY.replace("amount: 100", "amount: 101"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: id is 'e'; allowed: an id of its own, because an entry never changes; take"
                + " the one there back with reverses-entry-id");
  }

  private static String reversal(String id, String of) {
    return ENTRY.replace("id: e,", "id: %s, reverses-entry-id: %s,".formatted(id, of));
  }

  @Test
  void aReversalNeedsWhatItTakesBack() {
    files.changes(published(POLICY, ENTRY), reversal("a", "e"));
    files.changes(published(POLICY), reversal("a", "e"), ENTRY);
    assertThat(files.messages()).isEmpty();

    files.changes(published(POLICY, ENTRY), reversal("a", "nothing"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: reverses-entry-id is 'nothing'; allowed: the id of an entry that is"
                + " published or stands in the same files");
  }

  @Test
  void anEntryIsTakenBackOnceAndAsItWas() {
    files.changes(published(POLICY), ENTRY, reversal("a", "e"), reversal("b", "e"));
    files.changes(
        published(POLICY, ENTRY), reversal("a", "e").replace("amount: 100", "amount: 99"));

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:2: reverses-entry-id is 'e'; allowed: an entry that is no reversal and not"
                + " taken back yet",
            "f.yaml:2: reverses-entry-id is 'e'; allowed: an entry of the same side, category,"
                + " nature, amount, currency and service days");
  }

  @Test
  void aRemovalTakesARecordAway() {
    List<CatalogChange> changes =
        files.changes(published(POLICY, RATE), "remove: [{kind: rate, tenant: shop, id: a}]");

    assertThat(files.messages()).isEmpty();
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).outcome()).isEqualTo(Outcome.REMOVED);
    assertThat(changes.get(0).differences()).containsEntry("amount", new Values("20", ""));
  }

  @Test
  void whatIsNotThereOrIsNeededIsNotRemoved() {
    String usd = RATE.replace("currency: EUR", "currency: USD");
    String remove = "remove: [{kind: fx, tenant: shop, id: USD-EUR-2026-01-01}]";
    files.changes(published(POLICY), "remove: [{kind: rate, tenant: shop, id: a}]");
    files.changes(published(POLICY, FX, usd), remove);
    files.changes(published(POLICY, FX, usd), remove, RATE);
    files.changes(published(POLICY, FX), remove, FX);

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:1: id of rate/shop/a is not published; allowed: a record that is",
            "f.yaml:1: fx/shop/USD-EUR-2026-01-01 is needed; allowed: records that no amount needs"
                + " for its exchange, as that of rate/shop/a does",
            "f.yaml:1: fx/shop/USD-EUR-2026-01-01 is written twice; allowed: once, as in f.yaml:1");
  }

  @Test
  void aPolicyThatCannotBeReadHidesNoOtherErrorAndMakesNone() {
    files.firstChanges(
        POLICY.replace("currency: EUR", "currency: EUX"),
        RATE,
        ENTRY.replace("amount: 100", "amount: much"));

    assertThat(files.messages())
        .hasSize(2)
        .anyMatch(message -> message.contains("currency is 'EUX'"))
        .anyMatch(message -> message.contains("amount is 'much'"));
  }
}
