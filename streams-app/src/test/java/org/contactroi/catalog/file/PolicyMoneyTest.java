package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contactroi.catalog.file.ShopFiles.POLICY;
import static org.contactroi.catalog.file.ShopFiles.published;

import java.util.List;
import org.contactroi.catalog.file.CatalogChange.Values;
import org.junit.jupiter.api.Test;

/** What the money of a policy has to agree with. */
class PolicyMoneyTest {

  private final ShopFiles files = new ShopFiles();

  @Test
  void currencyAndGoLiveAreFixedForTheLifeOfATenant() {
    files.changes(
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

    assertThat(files.messages())
        .containsExactly(
            "f.yaml:6: currency of money is 'CNY'; allowed: EUR, because it is fixed for the life"
                + " of a tenant",
            "f.yaml:7: go-live of money is '2026-02-01'; allowed: 2026-01-01, because it is fixed"
                + " for the life of a tenant",
            "f.yaml:9: money is missing; allowed: money in CNY, as in the version before, because a"
                + " version is complete");
  }

  @Test
  void aPolicyIsNeverRewrittenNotEvenItsMoney() {
    files.changes(
        published(POLICY), POLICY.replace("realisation-bp: 5000", "realisation-bp: 9000"));

    assertThat(files.messages()).isNotEmpty();
    assertThat(files.messages().get(0))
        .startsWith("f.yaml:2: valid-from is '2025-01-01T00:00:00Z'; allowed:");
  }

  @Test
  void theDifferenceOfAPolicyNamesItsMoney() {
    List<CatalogChange> changes =
        files.changes(
            published(POLICY),
            POLICY.replace("2025-01-01T", "2026-07-01T").replace("5000", "9000"));

    assertThat(files.messages()).isEmpty();
    assertThat(changes.get(0).differences())
        .containsEntry("money.realisation-bp", new Values("5000", "9000"))
        .doesNotContainKey("money.currency");
  }
}
