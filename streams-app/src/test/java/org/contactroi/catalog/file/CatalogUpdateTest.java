package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contactroi.catalog.CatalogEntry;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be published beside what is published, and what it changes. */
class CatalogUpdateTest {

  private static final Policies CONFIGURED = new Policies(KpiPolicy.DEFAULT, Map.of());
  private static final Instant REACHED = Instant.parse("2026-03-01T10:00:00Z");

  private final Problems problems = new Problems();

  private static String policy(String validFrom, String... fields) {
    return Stream.concat(
            Stream.of("  - tenant: retail", "    valid-from: " + validFrom),
            Stream.of(fields).map(field -> "    " + field))
        .collect(Collectors.joining("\n"));
  }

  private FileContent policies(String... written) {
    return CatalogFile.read("f.yaml", "policies:\n" + String.join("\n", written), problems);
  }

  private List<CatalogEntry> published(String... written) {
    return policies(written).entries().stream().map(FileEntry::entry).toList();
  }

  private List<CatalogChange> changes(
      List<CatalogEntry> published, Map<String, Instant> watermarks, FileContent written) {
    return new CatalogUpdate(CONFIGURED, published, watermarks).changes(written, problems);
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  @Test
  void aTenantWithoutHistoryMayBeginAnywhere() {
    changes(List.of(), Map.of(), policies(policy("1999-01-01T00:00:00Z", "zone: Asia/Jerusalem")));

    assertThat(messages()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T09:59:59Z, f.yaml:3: valid-from is '2026-03-02T09:59:59Z'; allowed:"
        + " 2026-03-02T10:00:00Z or later",
    "2026-03-02T10:00:00Z,"
  })
  void aVersionBeginsADayAfterWhatItsTenantHasReached(String validFrom, String message) {
    changes(List.of(), Map.of("retail", REACHED), policies(policy(validFrom)));

    assertThat(messages()).hasSize(message == null ? 0 : 1);
    assertThat(messages()).allSatisfy(found -> assertThat(found).startsWith(message));
  }

  @Test
  void aTrialTakesMoneyForWhatIsCountedAndAnUpdateDoesNot() {
    String money = "money: {currency: EUR, go-live: 2026-01-01, realisation-bp: %d}";
    List<CatalogEntry> published =
        published(policy("2026-01-01T00:00:00Z", "version: a", money.formatted(5_000)));
    FileContent other =
        policies(policy("2026-02-01T00:00:00Z", "version: b", money.formatted(8_000)));
    Map<String, Instant> reached = Map.of("retail", REACHED);

    List<CatalogChange> tried =
        CatalogUpdate.trial(CONFIGURED, published, reached).changes(other, problems);

    assertThat(messages()).isEmpty();
    assertThat(tried.get(0).differences())
        .containsEntry("money.realisation-bp", new CatalogChange.Values("5000", "8000"));
    changes(published, reached, other);
    assertThat(messages())
        .singleElement()
        .asString()
        .startsWith("f.yaml:3: valid-from is '2026-02-01T00:00:00Z'; allowed:");
  }

  @Test
  void aTenantWithHistoryKeepsTheZoneItHadWithoutAVersion() {
    FileContent written = policies(policy("2026-04-01T00:00:00Z", "zone: Europe/Berlin"));

    changes(List.of(), Map.of("retail", REACHED), written);

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: zone is 'Europe/Berlin'; allowed: UTC, because the zone of a tenant is fixed"
                + " for its life");
  }

  @Test
  void whatAnotherTenantHasReachedDoesNotMatter() {
    changes(List.of(), Map.of("other", REACHED), policies(policy("2026-01-01T00:00:00Z")));

    assertThat(messages()).isEmpty();
  }

  @Test
  void versionsOfATenantWhoseTimeIsNotKnownFollowOneAnother() {
    List<CatalogEntry> published = published(policy("2026-02-01T00:00:00Z", "version: a"));

    changes(published, Map.of(), policies(policy("2026-01-01T00:00:00Z", "version: b")));

    assertThat(messages())
        .containsExactly(
            "f.yaml:3: valid-from is '2026-01-01T00:00:00Z'; allowed: after 2026-02-01T00:00:00Z,"
                + " the last version there is");
  }

  @Test
  void aVersionMayBeginBeforeALaterOneWhoseTimeHasNotCome() {
    List<CatalogEntry> published = published(policy("2026-06-01T00:00:00Z", "version: a"));

    changes(
        published,
        Map.of("retail", REACHED),
        policies(policy("2026-05-01T00:00:00Z", "version: b")));

    assertThat(messages()).isEmpty();
  }

  @Test
  void theSameAgainIsUnchangedEvenWhenItsTimeHasPassed() {
    String written = policy("2026-01-01T00:00:00Z", "answer-threshold: 30s");

    List<CatalogChange> changes =
        changes(published(written), Map.of("retail", REACHED), policies(written));

    assertThat(messages()).isEmpty();
    assertThat(changes).hasSize(1).noneMatch(CatalogChange::isChange);
    assertThat(changes.get(0).differences()).isEmpty();
  }

  @Test
  void theSameInstantWithOtherContentIsRefused() {
    changes(
        published(policy("2026-06-01T00:00:00Z")),
        Map.of("retail", REACHED),
        policies(policy("2026-06-01T00:00:00Z", "answer-threshold: 30s")));

    assertThat(messages())
        .containsExactly(
            "f.yaml:3: valid-from is '2026-06-01T00:00:00Z'; allowed: an instant without a version,"
                + " because the one there never changes");
  }

  @Test
  void everythingWrongWithAVersionIsNamedAtItsField() {
    changes(
        published(policy("2026-01-01T00:00:00Z", "version: a", "zone: Europe/Berlin")),
        Map.of("retail", REACHED),
        policies(
            policy(
                "2026-02-01T00:00:00Z",
                "version: a",
                "zone: Europe/Paris",
                "calendar: main",
                "lateness: soon")));

    assertThat(messages())
        .containsExactly(
            "f.yaml:3: valid-from is '2026-02-01T00:00:00Z'; allowed: 2026-03-02T10:00:00Z or"
                + " later, a day after what the tenant has reached; changing the past is a replay",
            "f.yaml:4: version is 'a'; allowed: one that the tenant has not had, this one is valid"
                + " from 2026-01-01T00:00:00Z",
            "f.yaml:5: zone is 'Europe/Paris'; allowed: Europe/Berlin, because the zone of a tenant"
                + " is fixed for its life",
            "f.yaml:6: calendar is 'main'; allowed: a calendar of the tenant that is valid from"
                + " 2026-02-01T00:00:00Z or earlier, of which there is none",
            "f.yaml:7: lateness is 'soon'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S,"
                + " longer than 0, at most 36500d");
  }

  @Test
  void aVersionThatStandsTwiceInTheFilesIsNamedWithItsFirstPlace() {
    FileContent written =
        policies(policy("2026-01-01T00:00:00Z"), policy("2026-01-01T01:00:00+01:00"));

    changes(List.of(), Map.of(), written);

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: policy/retail/2026-01-01T00:00:00Z is written twice; allowed: once, as in"
                + " f.yaml:2");
  }

  @Test
  void theDifferenceIsToTheVersionThatWasValidBefore() {
    FileContent written =
        policies(
            policy("2026-03-01T00:00:00Z", "version: b", "answer-threshold: 30s", "lateness: 30d"),
            policy("2026-02-01T00:00:00Z", "version: a", "answer-threshold: 25s"));

    List<CatalogChange> changes = changes(List.of(), Map.of(), written);

    assertThat(messages()).isEmpty();
    assertThat(changes.get(0).differences())
        .isEqualTo(
            Map.of(
                "valid-from", new CatalogChange.Values("beginning", "2026-02-01T00:00:00Z"),
                "version", new CatalogChange.Values("default", "a"),
                "answer-threshold", new CatalogChange.Values("20s", "25s")));
    assertThat(changes.get(1).differences())
        .containsEntry("answer-threshold", new CatalogChange.Values("25s", "30s"))
        .containsEntry("lateness", new CatalogChange.Values("21d", "30d"))
        .hasSize(4);
  }

  @Test
  void aPolicyMayNameACalendarOfTheSameFile() {
    FileContent written =
        CatalogFile.read(
            "f.yaml",
            """
            policies:
              - {tenant: retail, valid-from: 2026-04-01T00:00:00Z, calendar: main}
            calendars:
              - tenant: retail
                id: main
                valid-from: 2026-04-01T00:00:00Z
                hours: {monday: 08:00-18:00, tuesday: late}
            """,
            problems);

    changes(List.of(), Map.of("retail", REACHED), written);

    assertThat(messages()).hasSize(1).allMatch(message -> message.contains("tuesday is 'late'"));
  }
}
