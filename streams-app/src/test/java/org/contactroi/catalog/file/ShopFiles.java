package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;

/** Files for a tenant whose events have come to June 2026, and what is wrong with them. */
final class ShopFiles {

  /** Its days begin at 18:30 UTC, and so do none of its hours at a whole one. */
  static final String POLICY =
      """
      policies:
        - {tenant: shop, valid-from: 2025-01-01T00:00:00Z, zone: Asia/Kolkata,
           money: {currency: EUR, go-live: 2026-01-01, realisation-bp: 5000}}
      """;

  private static final Policies CONFIGURED = new Policies(KpiPolicy.DEFAULT, Map.of());

  private final Problems problems = new Problems();

  private static FileContent read(Problems problems, String... files) {
    return Stream.of(files)
        .map(file -> CatalogFile.read("f.yaml", file, problems))
        .reduce(FileContent.NONE, FileContent::plus);
  }

  static List<CatalogEntry> published(String... files) {
    Problems none = new Problems();
    List<CatalogEntry> published =
        read(none, files).entries().stream().map(FileEntry::entry).toList();
    assertThat(none.all()).isEmpty();
    return published;
  }

  List<CatalogChange> changes(List<CatalogEntry> published, String... files) {
    return new CatalogUpdate(
            CONFIGURED, published, Map.of("shop", Instant.parse("2026-06-01T00:00:00Z")))
        .changes(read(problems, files), problems);
  }

  /** Where nothing was published before, and no event has come. */
  List<CatalogChange> firstChanges(String... files) {
    return new CatalogUpdate(CONFIGURED, List.of(), Map.of())
        .changes(read(problems, files), problems);
  }

  List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }
}
