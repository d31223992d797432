package org.contactroi.catalog.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contactroi.catalog.CalendarEntry;
import org.contactroi.catalog.CatalogRecords;
import org.contactroi.catalog.PolicyEntry;
import org.contactroi.episode.Match;
import org.contactroi.interaction.event.Channel;
import org.contactroi.kpi.BusinessCalendar.Hours;
import org.contactroi.kpi.KpiPolicy;
import org.contactroi.kpi.Policies;
import org.contactroi.kpi.SliceBy;
import org.contactroi.yaml.Problem;
import org.contactroi.yaml.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file says what it means, and everything that is wrong with it is named with its line. */
class CatalogFileTest {

  private static final Path EXAMPLE = Path.of("../docs/examples/policy.yaml");

  private final Problems problems = new Problems();

  private List<FileEntry> read(String... lines) {
    return CatalogFile.read("f.yaml", String.join("\n", lines), problems).entries();
  }

  private List<String> messages() {
    return problems.all().stream().map(Problem::toString).toList();
  }

  private KpiPolicy policy(String... fields) {
    String[] lines = new String[fields.length + 3];
    lines[0] = "policies:";
    lines[1] = "  - tenant: retail";
    lines[2] = "    valid-from: 2026-01-01T00:00:00Z";
    Arrays.setAll(lines, i -> i < 3 ? lines[i] : "    " + fields[i - 3]);
    return ((PolicyEntry) read(lines).get(0).entry()).policy();
  }

  @Test
  void whatAFileLeavesOutHasTheProductsDefault() {
    KpiPolicy policy = policy();

    assertThat(messages()).isEmpty();
    assertThat(policy.version()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(policy.validFrom()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    assertThat(policy.rules())
        .isEqualTo(
            KpiPolicy.DEFAULT
                .rules()
                .replace("version=default", "version=2026-01-01T00:00:00Z")
                .replace("valid-from=beginning", "valid-from=2026-01-01T00:00:00Z"));
    assertThat(policy.lateness()).isEqualTo(KpiPolicy.DEFAULT.lateness());
  }

  @Test
  void everyFieldIsRead() {
    KpiPolicy policy =
        policy(
            "version: v1",
            "zone: America/St_Johns",
            "repeat-window: 3d",
            "bot-match: queue",
            "fcr-match: Customer",
            "answer-threshold: 30s",
            "short-abandon: 0s",
            "lateness: 30d",
            "settle-after: PT36H",
            "minute-retention: 1d",
            "hour-retention: 90d",
            "slices: [all, queue]",
            "calendar: main",
            "gaps: {default: 48h, longest: 10d, email: 5d}");

    assertThat(messages()).isEmpty();
    assertThat(policy.zone()).isEqualTo(ZoneId.of("America/St_Johns"));
    assertThat(policy.repeatWindow()).isEqualTo(Duration.ofDays(3));
    assertThat(policy.botMatch()).isEqualTo(Match.QUEUE);
    assertThat(policy.fcrMatch()).isEqualTo(Match.CUSTOMER);
    assertThat(policy.answerThreshold()).isEqualTo(Duration.ofSeconds(30));
    assertThat(policy.shortAbandon()).isZero();
    assertThat(policy.lateness()).isEqualTo(Duration.ofDays(30));
    assertThat(policy.settleAfter()).isEqualTo(Duration.ofHours(36));
    assertThat(policy.minuteRetention()).isEqualTo(Duration.ofDays(1));
    assertThat(policy.hourRetention()).isEqualTo(Duration.ofDays(90));
    assertThat(policy.slices()).containsExactly(SliceBy.ALL, SliceBy.of("queue"));
    assertThat(policy.calendar()).isEqualTo("main");
    assertThat(policy.gaps().of(Channel.EMAIL)).isEqualTo(Duration.ofDays(5).toMillis());
    assertThat(policy.gaps().of(Channel.VOICE)).isEqualTo(Duration.ofDays(1).toMillis());
    assertThat(policy.gaps().of(Channel.TASK)).isEqualTo(Duration.ofDays(2).toMillis());
    assertThat(policy.gaps().longest()).isEqualTo(Duration.ofDays(10));
  }

  @Test
  void hoursAreReadByWeekdayAndDate() {
    List<FileEntry> entries =
        read(
            "calendars:",
            "  - tenant: retail",
            "    id: main",
            "    valid-from: 2026-01-01T01:00:00+01:00",
            "    hours:",
            "      monday: [8:00-12:00, 12:00-24:00]",
            "      tuesday: 08:00-12:00, 13:00 - 18:30",
            "      sunday: closed",
            "    exceptions:",
            "      2026-12-25: closed",
            "      2026-12-26: []",
            "      2026-12-27: 00:00-24:00");

    assertThat(messages()).isEmpty();
    CalendarEntry entry = (CalendarEntry) entries.get(0).entry();
    assertThat(entry.key()).isEqualTo("calendar/retail/main/2026-01-01T00:00:00Z");
    assertThat(entry.calendar().weekly())
        .isEqualTo(
            Map.of(
                DayOfWeek.MONDAY, List.of(new Hours(480, 720), new Hours(720, 1_440)),
                DayOfWeek.TUESDAY, List.of(new Hours(480, 720), new Hours(780, 1_110))));
    assertThat(entry.calendar().exceptions())
        .isEqualTo(
            Map.of(
                LocalDate.parse("2026-12-25"), List.of(),
                LocalDate.parse("2026-12-26"), List.of(),
                LocalDate.parse("2026-12-27"), List.of(new Hours(0, 1_440))));
  }

  @Test
  void everyErrorIsNamedWithItsLineAndWhatIsAllowed() {
    read(
        "policies:",
        "  - tenant: retail",
        "    valid-from: 2026-01-01",
        "    repeat-windw: 7d",
        "    answer-threshold: 20 seconds",
        "    lateness: 0s",
        "    zone: Mars/Base",
        "    bot-match: agent",
        "    slices:",
        "      - all",
        "      - team",
        "      - all",
        "    gaps:",
        "      voice: 30d",
        "      fax: 1h",
        "    version: ''",
        "  - valid-from: 2026-01-01T00:00:00.5Z",
        "    tenant: retail",
        "    tenant: retail",
        "    settle-after: [1d]",
        "    hour-retention:",
        "calendars:",
        "  - tenant: retail",
        "    id: none",
        "    valid-from: 2026-01-01T00:00:00Z",
        "    hours:",
        "      monday: 18:00-08:00",
        "      tuesday: [08:00-12:00, 11:00-18:00]",
        "      caturday: closed",
        "      friday: 08:00-24:30",
        "    exceptions:",
        "      2026-13-01: closed",
        "  - tenant: retail",
        "    id: second",
        "rats: []");

    assertThat(messages())
        .containsExactly(
            "f.yaml:3: valid-from is '2026-01-01'; allowed: an instant of whole seconds, from 1990"
                + " to 2099, such as 2026-01-01T00:00:00Z",
            "f.yaml:4: unknown key 'repeat-windw', did you mean 'repeat-window'? allowed: tenant,"
                + " valid-from, version, zone, repeat-window, bot-match, fcr-match,"
                + " answer-threshold, short-abandon, lateness, settle-after, minute-retention,"
                + " hour-retention, slices, calendar, gaps, money",
            "f.yaml:5: answer-threshold is '20 seconds'; allowed: a duration such as 20s, 5m, 24h,"
                + " 7d or PT20S, not negative, at most 36500d",
            "f.yaml:6: lateness is '0s'; allowed: a duration such as 20s, 5m, 24h, 7d or PT20S,"
                + " longer than 0, at most 36500d",
            "f.yaml:7: zone is 'Mars/Base'; allowed: a time zone such as Europe/Berlin",
            "f.yaml:8: bot-match is 'agent'; allowed: customer, issue, queue",
            "f.yaml:11: slices is 'team'; allowed: all, channel, queue, issue, bot, attribute:NAME"
                + " (1 to 64 of A-Z a-z 0-9 _ . -), or several of them joined by +",
            "f.yaml:12: slices has 'all' twice; allowed: each once",
            "f.yaml:14: voice of gaps is '30d'; allowed: at most longest, which is '14d'",
            "f.yaml:15: unknown key 'fax', did you mean 'chat'? allowed: default, longest, voice,"
                + " video, chat, email, sms, whatsapp, wechat, social, task, callback, other,"
                + " unknown",
            "f.yaml:16: version is ''; allowed: not blank, at most 256 bytes",
            "f.yaml:17: valid-from is '2026-01-01T00:00:00.5Z'; allowed: an instant of whole"
                + " seconds, from 1990 to 2099, such as 2026-01-01T00:00:00Z",
            "f.yaml:19: tenant is written twice; allowed: once, as in line 18",
            "f.yaml:20: settle-after is a list; allowed: a duration such as 20s, 5m, 24h, 7d or"
                + " PT20S, not negative, at most 36500d",
            "f.yaml:21: hour-retention is empty; allowed: a duration such as 20s, 5m, 24h, 7d or"
                + " PT20S, longer than 0, at most 36500d",
            "f.yaml:24: id is 'none'; allowed: not blank, at most 256 bytes, not 'none'",
            "f.yaml:27: monday is '18:00-08:00'; allowed: closed, or times such as 08:00-12:00,"
                + " from 00:00 to 24:00, the earlier first",
            "f.yaml:28: tuesday has '11:00-18:00' after '08:00-12:00'; allowed: times in order,"
                + " without overlap",
            "f.yaml:29: unknown key 'caturday', did you mean 'saturday'? allowed: monday, tuesday,"
                + " wednesday, thursday, friday, saturday, sunday",
            "f.yaml:30: friday is '08:00-24:30'; allowed: closed, or times such as 08:00-12:00,"
                + " from 00:00 to 24:00, the earlier first",
            "f.yaml:32: a key of exceptions is '2026-13-01'; allowed: a date such as 2026-12-25",
            "f.yaml:33: valid-from is missing; allowed: an instant of whole seconds, from 1990 to"
                + " 2099, such as 2026-01-01T00:00:00Z",
            "f.yaml:33: hours is missing; allowed: weekdays with their hours",
            "f.yaml:35: unknown key 'rats', did you mean 'rates'? allowed: baselines, calendars,"
                + " fx, ledger, policies, rates, remove");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policies: [|f.yaml:1: this is no YAML",
        "''|f.yaml:1: nothing is written; allowed: baselines, calendars, fx, ledger, policies,"
            + " rates, remove",
        "'# only a comment'|f.yaml:1: nothing is written",
        "hello|f.yaml:1: there is 'hello'; allowed: a section with keys, key: value",
        "policies: hello|f.yaml:1: policies is 'hello'; allowed: a list",
        "policies: [hello]|f.yaml:1: an item of policies is 'hello'; allowed: a section with keys, key: value",
        "'? [a] : b'|f.yaml:1: a key has to be a text",
        "policies: [{tenant: ' '}]|f.yaml:1: tenant is ' '; allowed: not blank",
        "policies: &a [*a]|f.yaml:1: an item of policies is a list; allowed: a section with keys, key: value"
      })
  void whatIsNoReferenceFileIsNoFailure(String content, String message) {
    read(content);

    assertThat(messages()).anySatisfy(found -> assertThat(found).startsWith(message));
  }

  @Test
  void aLongestGapThatIsShorterThanADefaultIsNamedItself() {
    policy("gaps: {longest: 36h}");

    assertThat(messages())
        .containsExactly(
            "f.yaml:4: default of gaps is '3d'; allowed: at most longest, which is '36h'");
  }

  @Test
  void theExampleIsRightAndComesBackFromItsRecordsAsItWas() throws IOException {
    FileContent read = CatalogFile.read("policy.yaml", Files.readString(EXAMPLE), problems);
    List<FileEntry> entries = read.entries();

    assertThat(messages()).isEmpty();
    assertThat(entries)
        .extracting(entry -> entry.entry().key())
        .containsExactly(
            "calendar/retail/main/2026-01-01T00:00:00Z",
            "policy/retail/2026-01-01T00:00:00Z",
            "policy/retail/2026-03-31T22:00:00Z");
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat(CatalogRecords.entry(entry.entry().toAvro())).isEqualTo(entry.entry()));
    assertThat(
            new CatalogUpdate(new Policies(KpiPolicy.DEFAULT, Map.of()), List.of(), Map.of())
                .changes(read, problems))
        .hasSize(3)
        .allMatch(CatalogChange::isChange);
    assertThat(messages()).isEmpty();
  }

  @Test
  void theFirstVersionOfTheExampleWritesTheDefaultsOut() throws IOException {
    List<FileEntry> entries =
        CatalogFile.read("policy.yaml", Files.readString(EXAMPLE), problems).entries();
    KpiPolicy written = ((PolicyEntry) entries.get(1).entry()).policy();
    KpiPolicy usual = policy("version: '2026'", "zone: Europe/Berlin", "calendar: main");

    assertThat(written).isEqualTo(usual);
  }
}
