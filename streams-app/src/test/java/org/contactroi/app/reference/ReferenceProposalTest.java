package org.contactroi.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contactroi.app.config.AppConfig;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.catalog.file.CatalogFile;
import org.contactroi.catalog.file.FileEntry;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay counts by: published records, and files in their place. */
class ReferenceProposalTest {

  private static final List<CatalogEntry> PUBLISHED =
      entries(
          """
          policies:
            - {tenant: acme, valid-from: 2026-01-01T00:00:00Z, zone: Europe/Berlin, repeat-window: 7d}
            - tenant: acme
              valid-from: 2026-03-01T00:00:00Z
              zone: Europe/Berlin
              repeat-window: 14d
              money: {currency: EUR, go-live: 2026-02-01, realisation-bp: 10000}
            - {tenant: other, valid-from: 2026-01-01T00:00:00Z, zone: Europe/Berlin, repeat-window: 5d}
          fx:
            - {tenant: acme, from: USD, to: EUR, day: 2026-01-01, rate: 0.85}
          """);

  @TempDir private Path folder;

  private static List<CatalogEntry> entries(String yaml) {
    Problems problems = new Problems();
    List<CatalogEntry> entries =
        CatalogFile.read("published.yaml", yaml, problems).entries().stream()
            .map(FileEntry::entry)
            .toList();
    assertThat(problems.all()).isEmpty();
    return entries;
  }

  private ReferenceProposal anew(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("changed.yaml"), yaml);
    return ReferenceProposal.anew(AppConfig.defaults(), List.of(file), PUBLISHED);
  }

  private static List<String> policies(List<CatalogEntry> entries, String tenant) {
    return entries.stream()
        .filter(entry -> entry instanceof PolicyEntry && entry.tenant().equals(tenant))
        .map(entry -> entry.validFrom() + " " + entry.fields().get("repeat-window"))
        .toList();
  }

  @Test
  void aTenantWhosePoliciesAFileWritesHasTheseAloneAndFromWheneverTheyLike() throws IOException {
    ReferenceProposal proposal =
        anew(
            """
            policies:
              - {tenant: acme, valid-from: 2025-06-01T00:00:00Z, zone: Europe/Berlin, repeat-window: 3d}
            """);

    assertThat(proposal.problems().all()).isEmpty();
    List<CatalogEntry> applied = proposal.applied(PUBLISHED);
    assertThat(policies(applied, "acme")).hasSize(1);
    assertThat(policies(applied, "acme").get(0)).startsWith("1748736000000 ");
    assertThat(policies(applied, "other")).isEqualTo(policies(PUBLISHED, "other"));
    assertThat(applied).hasSize(3);
  }

  @Test
  void aVersionWithTheSameBeginMaySaySomethingElse() throws IOException {
    ReferenceProposal proposal =
        anew(
            """
            policies:
              - {tenant: acme, valid-from: 2026-01-01T00:00:00Z, zone: Europe/Berlin, repeat-window: 3d}
            """);

    assertThat(proposal.problems().all()).isEmpty();
    assertThat(policies(proposal.applied(PUBLISHED), "acme"))
        .hasSize(1)
        .isNotEqualTo(policies(PUBLISHED, "acme").subList(0, 1));
  }

  @Test
  void otherRecordsTakeThePlaceOfThoseWithTheirKey() throws IOException {
    ReferenceProposal proposal =
        anew(
            """
            fx:
              - {tenant: acme, from: USD, to: EUR, day: 2026-01-01, rate: 0.9}
              - {tenant: acme, from: USD, to: EUR, day: 2026-02-01, rate: 0.8}
            """);

    assertThat(proposal.problems().all()).isEmpty();
    assertThat(proposal.applied(PUBLISHED)).hasSize(5);
    assertThat(policies(proposal.applied(PUBLISHED), "acme")).hasSize(2);
  }

  @Test
  void withoutFilesAllIsAsPublished() {
    ReferenceProposal proposal = ReferenceProposal.anew(AppConfig.defaults(), List.of(), PUBLISHED);

    assertThat(proposal.changes()).isEmpty();
    assertThat(proposal.applied(PUBLISHED)).containsExactlyElementsOf(PUBLISHED);
  }

  @Test
  void whatIsWrongIsSaidWithItsLine() throws IOException {
    ReferenceProposal proposal =
        anew(
            """
            policies:
              - {tenant: acme, valid-from: 2025-06-01T00:00:00Z, zone: Europe/Nowhere}
            """);

    assertThat(proposal.problems().all()).isNotEmpty();
    assertThat(proposal.problems().all().get(0).place().line()).isEqualTo(2);
  }
}
