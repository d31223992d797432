package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.file.CatalogChange.Values;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.junit.jupiter.api.Test;

/** What the money of a policy has to agree with. */
class PolicyMoneyTest {

  private static final Policies CONFIGURED = new Policies(KpiPolicy.DEFAULT, Map.of());

  /** Its days begin at 18:30 UTC, and so do none of its hours at a whole one. */
  private static final String POLICY =
      """
      policies:
        - {tenant: shop, valid-from: 2025-01-01T00:00:00Z, zone: Asia/Kolkata,
           money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 5000}}
      """;

  private final Problems problems = new Problems();

  private static FileContent read(Problems problems, String... files) {
    return Stream.of(files)
        .map(file -> CatalogFile.read("f.yaml", file, problems))
        .reduce(FileContent.NONE, FileContent::plus);
  }

  private static List<CatalogEntry> published(String... files) {
    Problems none = new Problems();
    List<CatalogEntry> published =
        read(none, files).entries().stream().map(FileEntry::entry).toList();
    assertThat(none.all()).isEmpty();
    return published;
  }

  private List<CatalogChange> changes(List<CatalogEntry> published, String... files) {
    return new CatalogUpdate(
            CONFIGURED, published, Map.of("shop", Instant.parse("2026-06-01T00:00:00Z")))
        .changes(read(problems, files), problems);
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void currencyAndGoLiveAreFixedForTheLifeOfATenant() {
    changes(
        published(POLICY),
        """
        policies:
          - tenant: shop
            valid-from: 2026-07-01T00:00:00Z
            zone: Asia/Kolkata
            money:
              currency: CNY
              go-live: 2026-02-01
              realisation-bp: 1
          - {tenant: shop, valid-from: 2026-08-01T00:00:00Z, zone: Asia/Kolkata}
        """);

    assertThat(messages())
        .containsExactly(
            "f.yaml:6: currency of money is 'CNY'; allowed: EUR, because it is fixed for the life of a tenant",
            "f.yaml:7: go-live of money is '2026-02-01'; allowed: 2026-01-01, because it is fixed for the life of a tenant",
            "f.yaml:9: money is missing; allowed: money in CNY, as in the version before, because a version is complete");
  }

  @Test
  void aPolicyIsNeverRewrittenNotEvenItsMoney() {
    changes(published(POLICY), POLICY.replace("realisation-bp: 5000", "realisation-bp: 9000"));

    assertThat(messages()).isNotEmpty();
    assertThat(messages().get(0))
        .startsWith("f.yaml:2: valid-from is '2025-01-01T00:00:00Z'; allowed:");
  }

  @Test
  void theDifferenceOfAPolicyNamesItsMoney() {
    List<CatalogChange> changes =
        changes(
            published(POLICY),
            POLICY.replace("2025-01-01T", "2026-07-01T").replace("5000", "9000"));

    assertThat(messages()).isEmpty();
    assertThat(changes.get(0).differences())
        .containsEntry("money.realisation-bp", new Values("5000", "9000"))
        .doesNotContainKey("money.currency");
  }
}
