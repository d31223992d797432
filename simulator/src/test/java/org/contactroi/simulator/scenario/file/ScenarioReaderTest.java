package org.contactroi.simulator.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contactroi.events.Channel;
import org.contactroi.simulator.random.Distribution;
import org.contactroi.simulator.scenario.Fault;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Situation;
import org.contactroi.simulator.scenario.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class ScenarioReaderTest {

  private static final String PLAIN =
      """
      scenario: plain
      tenants:
        demo:
          zone: Europe/Berlin
          currency: EUR
          contacts: {per_day: 100, holidays: {12-25: 20%}}
          customers: {population: 1000}
          channels:
            voice: {mix: 60%, patience: {mean: 170s}}
            chat: {mix: 40%}
          issues:
            order: {mix: 1, queue: service, talk: {median: 3m, spread: 0.6}, resolved: 85%}
          queues:
            service: {}
          grades:
            regular: {}
          teams:
            all:
              queues: [service]
              grades: {regular: 1}
              shifts: [{agents: 4, days: mon-fri, from: "08:00", lasts: 8h30m}]
      """;

  private static Scenario read(String text) {
    return ScenarioReader.read("plain.yaml", text);
  }

  private static List<String> errors(String text) {
    return catchThrowableOfType(ScenarioException.class, () -> read(text)).errors();
  }

  @ParameterizedTest
  @FieldSource("org.contactroi.simulator.scenario.file.Scenarios#SHIPPED")
  void everyShippedScenarioIsRead(String name) {
    Scenario scenario = Scenarios.of(name);

    assertThat(scenario.name()).isEqualTo(name);
    assertThat(scenario.about()).isNotBlank();
    assertThat(scenario.tenants()).isNotEmpty();
  }

  @Test
  void valuesAreReadWithTheirUnits() {
    Tenant tenant = read(PLAIN).tenants().get(0);

    assertThat(tenant.demand().holidays()).containsEntry(MonthDay.of(12, 25), 0.2);
    assertThat(tenant.service().media().get(0).channel()).isEqualTo(Channel.VOICE);
    assertThat(tenant.service().media().get(0).waiting().patience())
        .isEqualTo(Distribution.exponential(170_000));
    assertThat(tenant.service().issues().get(0).effort().talk())
        .isEqualTo(Distribution.lognormal(180_000, 0.6));
    assertThat(tenant.staff().teams().get(0).duty().shifts().get(0).lasts()).isEqualTo(30_600_000);
  }

  @Test
  void whatIsLeftOutHasItsDefault() {
    Scenario scenario = read(PLAIN);

    assertThat(scenario.period().begins()).isEqualTo(LocalDate.of(2026, 1, 5));
    assertThat(scenario.tenants().get(0).service().bots()).isEmpty();
    assertThat(scenario.tenants().get(0).rollout().steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          zone: Europe/Berlin|zone: Mars/Base|4: tenants.demo.zone is 'Mars/Base'; allowed: a time zone such as Europe/Berlin
          currency: EUR|currency: euro|5: tenants.demo.currency is 'euro'; allowed: an ISO 4217 currency such as EUR
          mix: 60%|mix: most|9: tenants.demo.channels.voice.mix is 'most'; allowed: a number of at least 0, or a percentage
          voice:|phone:|9: tenants.demo.channels.phone is 'phone'; allowed: voice, video, chat, email,
          resolved: 85%|resolved: 185%|12: tenants.demo.issues.order.resolved is '185%'; allowed: a share from 0 to 1, or from 0% to 100%
          , resolved: 85%||12: tenants.demo.issues.order.resolved is missing; allowed: a share from 0 to 1
          queue: service|queue: sales|12: tenants.demo.issues.order.queue is 'sales'; allowed: service
          spread: 0.6|spread: wide|12: tenants.demo.issues.order.talk.spread is 'wide'; allowed: a number
          talk: {median: 3m, spread: 0.6}|talk: {most: 3m}|12: tenants.demo.issues.order.talk is a section; allowed: a duration D, {mean: D}
          queues: [service]|queues: []|17: tenants.demo.teams serve no queue service; allowed: a team for every queue
          grades: {regular: 1}|grades: {senior: 1}|20: tenants.demo.teams.all.grades.senior is 'senior'; allowed: regular
          from: "08:00"|from: noon|21: tenants.demo.teams.all.shifts[0].from is 'noon'; allowed: a time of day such as 08:30
          days: mon-fri|days: fri-mon|21: tenants.demo.teams.all.shifts[0].days is 'fri-mon'; allowed: days such as mon, mon-fri or daily
          agents: 4|agents: 0|21: tenants.demo.teams.all.shifts[0].agents is '0'; allowed: a whole number from 1 to 100000
          12-25|25-12|6: tenants.demo.contacts.holidays.25-12 is '25-12'; allowed: a day of the year such as 12-25
          per_day: 100|per_day: 0|6: tenants.demo.contacts.per_day is '0'; allowed: a number above 0
          population|popluation|7: unknown key 'tenants.demo.customers.popluation', did you mean 'population'? allowed: population, locales, attributes, returns, loyalty
          """)
  void anErrorNamesFileLineValueAndWhatIsAllowed(String right, String wrong, String error) {
    String text = PLAIN.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

    assertThat(errors(text))
        .anySatisfy(found -> assertThat(found).startsWith("plain.yaml:" + error));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          faults: {duplicates: 2}|22: tenants.demo.faults.duplicates is '2'; allowed: a share from 0 to 1, or from 0% to 100%
          faults: {dupes: 1%}|22: unknown key 'tenants.demo.faults.dupes', did you mean 'duplicates'? allowed: duplicates, revisions, retractions, shuffled, stragglers, too_late, missing_starts, missing_ends, reopened, clock_steps, future_stamps, corrupt_bytes, unknown_schemas, test_traffic
          situations: {greetings: 2}|22: tenants.demo.situations.greetings is '2'; allowed: a share from 0 to 1, or from 0% to 100%
          situations: {greeting: 1%}|22: unknown key 'tenants.demo.situations.greeting', did you mean 'greetings'? allowed: timed_ends, lost_ends, follow_ups, customer_reopenings, agent_reopenings, system_reopenings, failed_handoffs, greetings, attended_transfers, discards, pendings, unanswered_offers
          policy: {fcr_match: phone}|22: tenants.demo.policy.fcr_match is 'phone'; allowed: customer, issue, queue
          policy: {slices: [all, team]}|22: tenants.demo.policy.slices[1] is 'team'; allowed: all, or channel, queue, issue, bot, attribute:NAME
          policy: {gaps: {voice: 0s}}|22: tenants.demo.policy.gaps.voice is '0s'; allowed: a duration above 0
          policy: {lateness: 1h}|22: tenants.demo.policy.lateness is '1h'; allowed: a duration of at least 1d
          policy: {opening: {mon: never}}|22: tenants.demo.policy.opening.mon is 'never'; allowed:
          """)
  void anErrorOfFaultsAndPolicyNamesLineValueAndWhatIsAllowed(String section, String error) {
    assertThat(errors(PLAIN + "    " + section + "\n"))
        .anySatisfy(found -> assertThat(found).startsWith("plain.yaml:" + error));
  }

  @ParameterizedTest
  @FieldSource("org.contactroi.simulator.scenario.file.Scenarios#SHIPPED")
  void everySituationHappensInEveryShippedScenario(String name) {
    assertThat(Scenarios.of(name).tenants())
        .allSatisfy(
            tenant ->
                assertThat(Situation.values())
                    .allSatisfy(it -> assertThat(tenant.situations().share(it)).isPositive()));
  }

  @Test
  void situationsAreReadAndMultiplied() {
    Scenario scenario = read(PLAIN + "    situations: {greetings: 3%, pendings: 20%}\n");
    Scenario often = scenario.withSituations(shares -> shares.times(10));

    assertThat(scenario.tenants().get(0).situations().share(Situation.GREETINGS)).isEqualTo(0.03);
    assertThat(scenario.tenants().get(0).situations().share(Situation.DISCARDS)).isZero();
    assertThat(often.tenants().get(0).situations().share(Situation.GREETINGS)).isEqualTo(0.3);
    assertThat(often.tenants().get(0).situations().share(Situation.PENDINGS)).isEqualTo(1);
  }

  @Test
  void faultsAndPolicyAreRead() {
    Tenant tenant =
        read(PLAIN + "    faults: {too_late: 2%}\n    policy: {slices: [all, attribute:site]}\n")
            .tenants()
            .get(0);

    assertThat(tenant.reporting().faults().share(Fault.TOO_LATE)).isEqualTo(0.02);
    assertThat(tenant.reporting().faults().times(100).share(Fault.TOO_LATE)).isEqualTo(1);
    assertThat(tenant.reporting().policy().slices())
        .containsExactly(Policy.Slice.ALL, Policy.Slice.of("attribute:site"));
    assertThat(tenant.reporting().policy().episodes()).isEqualTo(Policy.DEFAULT.episodes());
  }

  @Test
  void allErrorsAreReportedInTheOrderOfTheFile() {
    String text =
        PLAIN
            .replace("agents: 4", "agents: none")
            .replace("zone: Europe/Berlin", "zone: here")
            .replace("resolved: 85%", "resolved: mostly");

    assertThat(errors(text))
        .hasSize(3)
        .satisfiesExactly(
            zone -> assertThat(zone).startsWith("plain.yaml:4: tenants.demo.zone"),
            issue -> assertThat(issue).startsWith("plain.yaml:12: "),
            shift -> assertThat(shift).startsWith("plain.yaml:21: "));
  }

  @Test
  void theExampleOfTheDocumentationIsAScenario() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "simulator.md"));
    Matcher example = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);

    assertThat(example.find()).isTrue();
    assertThat(read(example.group(1)).name()).isEqualTo("corner-shop");
  }

  @Test
  void aKeyMayBeGivenOnlyOnce() {
    assertThat(errors(PLAIN.replace("currency: EUR", "currency: EUR\n    zone: UTC")))
        .containsExactly(
            "plain.yaml:6: tenants.demo.zone is written twice; allowed: once, as in line 4");
  }

  @Test
  void aFileThatIsNoYamlIsRefusedWithItsLine() {
    assertThat(errors("scenario: a\ntenants: [1, 2\n"))
        .singleElement()
        .asString()
        .startsWith("plain.yaml:3: this is no YAML: ");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(errors("")).containsExactly("plain.yaml:1: the file is empty; allowed: a scenario");
  }

  @Test
  void aScenarioThatIsNowhereIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> Scenarios.of(Path.of("no-such.yaml").toString()))
        .hasMessageContaining("no-such.yaml")
        .hasMessageContaining("retail-ai-rollout, bank-voice, wechat-commerce");
  }
}
