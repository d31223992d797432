package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.LedgerLine;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.interaction.event.Attribution;
import org.contactroi.roi.ledger.EntryCategory;
import org.contactroi.roi.ledger.EntryCategory.Side;
import org.contactroi.roi.ledger.EntryNature;
import org.contactroi.roi.ledger.LedgerEntry;
import org.contactroi.roi.ledger.LedgerEntry.Evidence;
import org.contactroi.roi.ledger.LedgerEntry.Service;
import org.contactroi.roi.ledger.MoneyPolicy;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries, the money of policies and removals are read, and everything wrong is named. */
class LedgerFileTest {

  private final Problems problems = new Problems();

  private CatalogEntry read(String content) {
    return CatalogFile.read("f.yaml", content, problems).entries().get(0).entry();
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
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
        "side: cost, category: LICENSE, nature: opex, service-from: 2026-01-01, service-to:"
            + " 2026-01-01|category is 'LICENSE', did you mean 'licence'? allowed: licence,"
            + " custom-dev,",
        "side: cost, category: risk-avoided, nature: opex, service-from: 2026-01-01, service-to:"
            + " 2026-01-01|category is 'risk-avoided', did you mean",
        "side: benefit, category: licence, service-from: 2026-01-01, service-to:"
            + " 2026-01-01|category is 'licence', did you mean",
        "side: benefit, category: risk-avoided, nature: opex, service-from: 2026-01-01, service-to:"
            + " 2026-01-01|nature is there; allowed: none for a benefit",
        "side: cost, category: ops, service-from: 2026-01-01, service-to: 2026-01-01|nature is"
            + " missing; allowed: capex, opex, hidden",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-02, service-to:"
            + " 2026-01-01|service-to is '2026-01-01'; allowed: a day from 1990 to 2099 such as"
            + " 2026-12-25, not before service-from",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01,"
            + " covers-metered: true|covers-metered is 'true'; allowed: none for ops, only for"
            + " licence, subscription, model-usage",
        "side: cost, category: licence, nature: opex, service-from: 2026-01-01, service-to:"
            + " 2026-01-01, covers-metered: yes|covers-metered is 'yes'; allowed: true, false",
        "side: cost, category: ops, nature: opex, service-from: 2026-01-01, service-to: 2026-01-01,"
            + " reverses-entry-id: e|reverses-entry-id is 'e'; allowed: the id of another entry",
        "side: both, category: ops, nature: opex, service-from: 2026-01-01, service-to:"
            + " 2026-01-01|side is 'both', did you mean 'cost'? allowed: cost, benefit"
      })
  void anEntryThatContradictsItselfIsRefused(String fields, String message) {
    read(ledger(fields));

    assertThat(messages()).hasSize(1);
    assertThat(messages().get(0)).startsWith("f.yaml:").contains(": " + message);
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
            "f.yaml:6: realisation-bp is '10001'; allowed: basis points, a whole number from 0 to"
                + " 10000",
            "f.yaml:7: unknown key 'boss', did you mean 'ai'? allowed: ai, assisted, agent",
            "f.yaml:7: ai is '50%'; allowed: basis points, a whole number from 0 to 10000",
            "f.yaml:8: customer-margin is '-1'; allowed: an amount such as 21.50, from 0 to"
                + " 10000000000, with at most 6 decimals",
            "f.yaml:9: annual-rate-bp is '8.5'; allowed: basis points, a whole number from 0 to"
                + " 100000",
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
            "f.yaml:3: kind is 'policy'; allowed: fx, rate; policies, calendars and baselines are"
                + " followed by newer ones, a ledger entry is taken back by another");
  }
}
