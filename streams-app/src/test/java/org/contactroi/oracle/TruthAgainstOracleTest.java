package org.contactroi.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.contactroi.events.AgentEvent;
import org.contactroi.events.Channel;
import org.contactroi.events.InteractionEvent;
import org.contactroi.simulator.Damage;
import org.contactroi.simulator.Pseudonyms;
import org.contactroi.simulator.center.Run;
import org.contactroi.simulator.scenario.OpeningHours;
import org.contactroi.simulator.scenario.Policy;
import org.contactroi.simulator.scenario.Scenario;
import org.contactroi.simulator.scenario.Tenant;
import org.contactroi.simulator.scenario.file.ScenarioReader;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.contactroi.simulator.synthetic.Happening;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the truth of a simulation says without looking at an event is what its events say. Faster
 * than a month through the pipeline, and apart from it.
 */
class TruthAgainstOracleTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAYS = 12;
  private static final int FEW_DAYS = 4;
  private static final double SIZE = 0.01;
  private static final double OFTEN = 10;
  private static final int LEAST_TOTALS = 3_000;
  private static final String SHORT_GAPS =
      "{voice: 4m, video: 10m, chat: 6m, wechat: 5m, sms: 10m, default: 3h, longest: 20h}";
  private static final long HOUR = 3_600_000;
  private static final int SHOWN = 40;

  @TempDir Path folder = Path.of("");

  /** Events that are accepted, whatever became of the others. */
  private record Accepted(List<AcceptedEvent> events, List<AcceptedAgentEvent> agentEvents) {

    void take(SpecificRecord event) {
      if (event instanceof InteractionEvent of
          && !isAhead(of.getOccurredAt(), of.getObservedAt())) {
        events.add(AcceptedEvent.of(of));
      } else if (event instanceof AgentEvent of
          && !isAhead(of.getOccurredAt(), of.getObservedAt())) {
        agentEvents.add(AcceptedAgentEvent.of(of));
      }
    }

    private static boolean isAhead(Instant occurred, Instant observed) {
      return occurred.isAfter(observed.plusMillis(HOUR));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "retail-ai-rollout, 20, 1, 0",
    "retail-ai-rollout, 20, 10, 10",
    "bank-voice, 40, 10, 10",
    "wechat-commerce, 18, 10, 10"
  })
  void theTruthIsWhatTheEventsSay(String name, int day, double situations, double faults)
      throws IOException {
    compare(Scenarios.of(name), new Period(day, DAYS), situations, faults);
  }

  /** Talks outlast the gaps, so that events stand in every place that silence gives them. */
  @ParameterizedTest
  @CsvSource({"retail-ai-rollout, 20", "bank-voice, 40", "wechat-commerce, 18"})
  void theTruthIsWhatTheEventsSayWhereContactsFallSilentSoon(String name, int day)
      throws IOException {
    Path shipped = Path.of("../simulator/src/main/resources/org/contactroi/simulator/scenario");
    String text = Files.readString(shipped.resolve(name + ".yaml"));
    String soon =
        text.replace("    situations:", "    policy: {gaps: " + SHORT_GAPS + "}\n    situations:");

    compare(ScenarioReader.read(name, soon), new Period(day, FEW_DAYS), OFTEN, OFTEN);
  }

  /** Days of a scenario from one of its days on. */
  private record Period(int day, int days) {}

  private void compare(Scenario plain, Period period, double situations, double faults)
      throws IOException {
    Scenario scenario = plain.withFaults(faults).withSituations(shares -> shares.times(situations));
    Happening happening = Happening.withTruth(scenario, run(scenario, period), pseudonyms());
    Accepted accepted = new Accepted(new ArrayList<>(), new ArrayList<>());
    while (happening.events().hasNext()) {
      SpecificRecord event = happening.events().next();
      if (happening.events().damage() == Damage.NONE) {
        accepted.take(event);
      }
    }
    Path file = folder.resolve("truth.jsonl");
    happening.tellTruth(file);

    SortedMap<String, JsonNode> truth = truth(file);

    assertThat(truth).hasSizeGreaterThan(LEAST_TOTALS);
    assertThat(differences(truth, counted(accepted, policies(scenario)))).isEmpty();
  }

  private static Run run(Scenario scenario, Period period) {
    Instant zero = scenario.period().begins().atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant from = zero.plus(Duration.ofDays(period.day()));
    return Run.from(Long.getLong("seed", 1), from)
        .withDayZero(zero)
        .withSize(SIZE)
        .withEnd(new Run.End(from.plus(Duration.ofDays(period.days())), null));
  }

  private static Pseudonyms pseudonyms() {
    return new Pseudonyms(Pseudonyms.DEMO_KEY);
  }

  private static SortedMap<String, JsonNode> counted(
      Accepted accepted, Map<String, List<OraclePolicy>> policies) {
    SortedMap<String, JsonNode> counted = new TreeMap<>();
    Oracle.totals(accepted.events(), accepted.agentEvents(), policies)
        .forEach(
            (key, totals) -> {
              if (!totals.window().equals("minute") && !totals.totals().isEmpty()) {
                counted.put(key, read(totals.totals().toString()));
              }
            });
    return counted;
  }

  /** Numbers are equal whatever type they had before they were written. */
  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SortedMap<String, JsonNode> truth(Path file) throws IOException {
    SortedMap<String, JsonNode> truth = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = read(line);
      if (json.has("totals")) {
        truth.put(json.get("key").asText(), json.get("totals"));
      }
    }
    return truth;
  }

  /** The first measures that differ. */
  private static List<String> differences(
      SortedMap<String, JsonNode> truth, SortedMap<String, JsonNode> counted) {
    NavigableSet<String> keys = new TreeSet<>(truth.keySet());
    keys.addAll(counted.keySet());
    return keys.stream()
        .flatMap(key -> differences(key, of(truth, key), of(counted, key)))
        .limit(SHOWN)
        .toList();
  }

  private static JsonNode of(SortedMap<String, JsonNode> totals, String key) {
    return totals.getOrDefault(key, JSON.createObjectNode());
  }

  private static Stream<String> differences(String key, JsonNode truth, JsonNode counted) {
    NavigableSet<String> measures = new TreeSet<>();
    truth.fieldNames().forEachRemaining(measures::add);
    counted.fieldNames().forEachRemaining(measures::add);
    return measures.stream()
        .filter(measure -> !truth.path(measure).equals(counted.path(measure)))
        .map(
            measure ->
                "%s %s: truth %s, events %s"
                    .formatted(key, measure, truth.path(measure), counted.path(measure)));
  }

  private static Map<String, List<OraclePolicy>> policies(Scenario scenario) {
    Map<String, List<OraclePolicy>> policies = new HashMap<>();
    scenario.tenants().forEach(tenant -> policies.put(tenant.id(), List.of(policy(tenant))));
    return policies;
  }

  private static OraclePolicy policy(Tenant tenant) {
    Policy policy = tenant.reporting().policy();
    Map<Channel, Duration> gaps = new EnumMap<>(Channel.class);
    for (Channel channel : Channel.values()) {
      gaps.put(channel, Duration.ofMillis(policy.silence().gap(channel)));
    }
    return new OraclePolicy(
        "scenario",
        Instant.MIN,
        tenant.place().zone(),
        policy.episodes(),
        policy.waiting(),
        new OraclePolicy.Gaps(
            gaps,
            Duration.ofMillis(policy.silence().gap()),
            Duration.ofMillis(policy.silence().longest())),
        List.of(OracleOpeningHours.always(hours(policy.opening()))),
        policy.slices());
  }

  private static Map<DayOfWeek, List<OracleOpeningHours.Times>> hours(OpeningHours opening) {
    Map<DayOfWeek, List<OracleOpeningHours.Times>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      opening
          .on(day)
          .ifPresent(
              span ->
                  hours.put(
                      day,
                      List.of(new OracleOpeningHours.Times(time(span.from()), time(span.to())))));
    }
    return hours;
  }

  private static LocalTime time(int minute) {
    return LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L);
  }
}
