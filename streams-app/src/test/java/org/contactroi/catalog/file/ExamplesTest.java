package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.Catalog;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.catalog.Kind;
import org.contactroi.interaction.Resource;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.roi.amount.UsageKey;
import org.contactroi.roi.ledger.MoneyPolicies;
import org.contactroi.roi.rate.RateRow;
import org.contactroi.roi.valuation.Reference;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples can be published as they are, and value everything that their scenarios use. */
class ExamplesTest {

  private static final Policies CONFIGURED = new Policies(KpiPolicy.DEFAULT, Map.of());

  private final Problems problems = new Problems();

  private FileContent read(String scenario) throws IOException {
    String name = scenario + ".yaml";
    return CatalogFile.read(name, Files.readString(Path.of("../docs/examples", name)), problems);
  }

  private List<CatalogEntry> entries(String scenario) throws IOException {
    return read(scenario).entries().stream().map(FileEntry::entry).toList();
  }

  @ParameterizedTest
  @CsvSource({"retail-ai-rollout", "bank-voice", "wechat-commerce", "small-shop"})
  void anExampleCanBeAppliedToAnEmptyCatalogAndComesBackFromItsRecords(String scenario)
      throws IOException {
    FileContent written = read(scenario);

    List<CatalogChange> changes =
        new CatalogUpdate(CONFIGURED, List.of(), Map.of()).changes(written, problems);

    assertThat(problems.all()).isEmpty();
    assertThat(changes).hasSameSizeAs(written.entries()).allMatch(CatalogChange::isChange);
    assertThat(changes)
        .extracting(change -> change.entry().kind())
        .contains(Kind.POLICY, Kind.FX, Kind.RATE, Kind.BASELINE, Kind.LEDGER);
    assertThat(changes)
        .allSatisfy(
            change ->
                assertThat(CatalogRecords.entry(change.entry().toAvro()))
                    .isEqualTo(change.entry()));
  }

  @ParameterizedTest
  @CsvSource({
    "retail-ai-rollout, demo, EUR, 2026-01-19, chat-model-large",
    "small-shop, demo, EUR, 2026-02-16, chat-model-large",
    "bank-voice, bank, EUR, 2026-03-23, speech-model",
    "wechat-commerce, mall, CNY, 2026-05-18, guide-large",
    "wechat-commerce, mall-sg, SGD, 2026-05-18, guide-small"
  })
  void theReferenceOfATenantIsPutTogetherFromItsEntries(
      String scenario, String tenant, String currency, LocalDate goLive, String model)
      throws IOException {
    List<CatalogEntry> entries = entries(scenario);
    Policies policies = Catalog.policies(CONFIGURED, entries, (entry, refusal) -> {});

    Reference reference = Catalog.reference(tenant, entries);
    MoneyPolicies money = Catalog.money(tenant, entries);

    long hour = goLive.atStartOfDay(policies.zone(tenant)).toInstant().toEpochMilli();
    assertThat(money.currency()).contains(currency);
    assertThat(money.on(goLive, policies.zone(tenant)))
        .hasValueSatisfying(policy -> assertThat(policy.goLive()).isEqualTo(goLive));
    for (Resource resource : Resource.values()) {
      String key = resource.name().startsWith("MODEL") ? model : "any";
      RateRow row = reference.rates().price(new UsageKey(resource, key, "VOICE"), hour);
      boolean isUsed = resource != Resource.MODEL_AUDIO || !scenario.startsWith("wechat");
      assertThat(row != null).as("%s has a price", resource).isEqualTo(isUsed);
      assertThat(row == null || reference.fx().nanos(row.currency(), currency, goLive).isPresent())
          .isTrue();
    }
    assertThat(reference.baselines().at(goLive)).isNotNull();
    assertThat(reference.ledger().entries()).isNotEmpty();
  }

  /** Money that is stated late values the days before as well. */
  @Test
  void theMoneyOfADayIsThatOfTheVersionValidWhenItBegins() throws IOException {
    List<CatalogEntry> entries =
        CatalogFile.read(
                "f.yaml",
                """
                policies:
                  - {tenant: shop, valid-from: 2026-01-01T00:00:00Z, version: none}
                  - {tenant: shop, valid-from: 2026-03-01T12:00:00Z, version: a,
                     money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 1}}
                  - {tenant: shop, valid-from: 2026-04-01T00:00:00Z, version: b,
                     money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 2}}
                """,
                problems)
            .entries()
            .stream()
            .map(FileEntry::entry)
            .toList();

    MoneyPolicies money = Catalog.money("shop", entries);

    assertThat(List.of("2025-01-01", "2026-02-01", "2026-03-02", "2026-03-31", "2026-04-01"))
        .extracting(
            day ->
                money
                    .on(LocalDate.parse(day), KpiPolicy.DEFAULT.zone())
                    .orElseThrow()
                    .realisationBp())
        .containsExactly(1, 1, 1, 1, 2);
    assertThat(Catalog.money("other", entries).currency()).isEmpty();
  }
}
