package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.contactroi.app.config.AppConfig;
import org.contactroi.events.Channel;
import org.contactroi.history.Bodies;
import org.contactroi.history.Center;
import org.contactroi.history.History;
import org.contactroi.history.Ledger;
import org.contactroi.history.Seeds;
import org.contactroi.kpi.TotalsKey;
import org.contactroi.kpi.WindowSize;
import org.contactroi.kpi.family.Families;
import org.contactroi.local.CountedCenter.Result;
import org.contactroi.oracle.OraclePolicy;
import org.contactroi.oracle.OracleTotals;
import org.contactroi.outputs.RejectedEvent;
import org.contactroi.record.RecordReader;
import org.contactroi.simulator.scenario.Policy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Replays of hostile histories under other rules: what {@code replay compare} says is what the
 * oracle says under both.
 *
 * <p>{@code -Dchanged.rules=N} runs the seeds 1 to N, {@code -Dseed=N} a single one.
 */
@Tag("long")
@ExtendWith(SharedStack.class)
class ChangedRulesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");
  private static final String FOR_EVER = "PT288000H";

  private static final SortedMap<String, UnaryOperator<OraclePolicy>> CHANGES =
      new TreeMap<>(
          Map.of(
              "window", ChangedRulesTest::otherWindow,
              "threshold", ChangedRulesTest::otherThreshold,
              "gap", ChangedRulesTest::otherGap));

  static LongStream seeds() {
    return Seeds.of("changed.rules");
  }

  private static OraclePolicy otherWindow(OraclePolicy policy) {
    Policy.Episodes episodes = policy.episodes();
    return policy.withEpisodes(
        new Policy.Episodes(episodes.repeatWindow() / 3, episodes.bot(), episodes.fcr()));
  }

  private static OraclePolicy otherThreshold(OraclePolicy policy) {
    Policy.Waiting waiting = policy.waiting();
    return policy.withWaiting(
        new Policy.Waiting(waiting.answerThreshold() + 17_000, waiting.shortAbandon()));
  }

  private static OraclePolicy otherGap(OraclePolicy policy) {
    return policy.withGaps(
        new OraclePolicy.Gaps(Map.of(), Duration.ofMinutes(30), policy.gaps().longest()));
  }

  @ParameterizedTest(name = "history {0}")
  @MethodSource("seeds")
  void whatIsOtherIsWhatIsOtherToTheOracle(long seed, LocalStack stack) throws Exception {
    History history = withOneVersion(History.of(seed));
    Ledger ledger = new Ledger();
    CountedCenter counted = counted(stack, "rules-" + seed, history, ledger);
    Bodies before = figures(ledger.accepted().totals(history.policies()));

    for (Map.Entry<String, UnaryOperator<OraclePolicy>> change : CHANGES.entrySet()) {
      String name = change.getKey();
      Map<String, List<OraclePolicy>> changed = new HashMap<>();
      history
          .policies()
          .forEach(
              (tenant, policies) ->
                  changed.put(tenant, policies.stream().map(change.getValue()).toList()));
      Path file = Files.writeString(stack.folder().resolve(name + ".yaml"), file(changed));
      Result started = counted.run("replay", "start", name, "--reference", file.toString());
      assertThat(started.exit()).as("%s", started).isZero();
      Bodies after = figures(ledger.accepted().totals(changed));

      Result compared = counted.run("replay", "compare", name, "--json");

      assertThat(compared.exit()).as("%s", compared.err()).isEqualTo(1);
      Map<String, JsonNode> differences = new TreeMap<>();
      JSON.readTree(compared.out())
          .path("totals")
          .forEach(each -> differences.put(each.path("key").asText(), each));
      assertThat(differences.keySet())
          .as("%s, %s", history, name)
          .isNotEmpty()
          .isEqualTo(before.differing(after));
      differences.forEach((key, difference) -> check(key, difference, before, after));
      explain(counted, name, differences);
    }
  }

  private static void check(String key, JsonNode difference, Bodies before, Bodies after) {
    for (JsonNode measure : difference.path("measures")) {
      String field = measure.path("measure").asText();
      assertThat(measure.path("first").asLong()).as(key).isEqualTo(value(before.get(key), field));
      assertThat(measure.path("second").asLong()).as(key).isEqualTo(value(after.get(key), field));
    }
  }

  private static long value(@Nullable OracleTotals totals, String field) {
    return totals == null ? 0 : totals.totals().path(field).asLong();
  }

  /** A difference of each family is what facts make of it. */
  private static void explain(CountedCenter counted, String name, Map<String, JsonNode> differences)
      throws Exception {
    Map<String, String> some = new TreeMap<>();
    differences.keySet().stream()
        .filter(key -> Families.key(key).family().isExplained())
        .forEach(key -> some.putIfAbsent(Families.key(key).family().id(), key));
    for (String key : some.values()) {
      Result explained = counted.run("replay", "compare", name, "--explain", key, "--json");
      assertThat(explained.exit()).as("%s %s", name, explained).isZero();
      JsonNode explanation = JSON.readTree(explained.out());
      assertThat(explanation.path("facts")).as(key).isNotEmpty();
      for (JsonNode fact : explanation.path("facts")) {
        assertThat(fact.path("why")).as("%s %s", key, fact).isNotEmpty();
      }
    }
  }

  private static Bodies figures(Bodies all) {
    return all.where(key -> !isOfMinute(Families.key(key)));
  }

  private static boolean isOfMinute(TotalsKey key) {
    return key.window() == WindowSize.MINUTE;
  }

  /** Centers that have counted by the same rules all the time. */
  private static History withOneVersion(History history) {
    List<Center> centers =
        history.centers().stream()
            .map(
                center ->
                    new Center(
                        center.tenant(),
                        center.policies().subList(0, 1),
                        center.customers(),
                        center.queues(),
                        center.issues(),
                        center.agents(),
                        center.bots(),
                        center.botVersions()))
            .toList();
    return new History(history.name(), centers, history.inputs(), history.terms());
  }

  private static CountedCenter counted(
      LocalStack stack, String name, History history, Ledger ledger) throws Exception {
    CountedCenter center = CountedCenter.prepared(stack, name, history.settings());
    AppConfig live = center.live();
    try (HistoryFeed feed = new HistoryFeed(live, ledger)) {
      feed.send(history.inputs());
    }
    center.count();
    Outputs outputs = new Outputs(live);
    try (RecordReader reader =
        RecordReader.of(live.kafka().valueDeserializer(), live.kafka().serdes())) {
      String rejects = live.topics().names().rejects();
      outputs
          .records(rejects)
          .forEach(
              reject -> ledger.rejected((RejectedEvent) reader.decode(rejects, reject.value())));
    }
    outputs
        .records(live.topics().names().deadLetters())
        .forEach(letter -> ledger.deadLetter(letter.headers()));
    assertThat(ledger.wrongRefusals()).isEmpty();
    return center;
  }

  /** Policies as people write them; what is JSON is YAML, too. */
  private static String file(Map<String, List<OraclePolicy>> policies) {
    ObjectNode file = JSON.createObjectNode();
    policies.forEach(
        (tenant, versions) -> {
          OraclePolicy policy = versions.get(0);
          ObjectNode version = file.withArray("policies").addObject();
          version
              .put("tenant", tenant)
              .put("valid-from", FROM.toString())
              .put("version", "changed")
              .put("zone", policy.zone().getId())
              .put("repeat-window", millis(policy.episodes().repeatWindow()))
              .put("bot-match", id(policy.episodes().bot()))
              .put("fcr-match", id(policy.episodes().fcr()))
              .put("answer-threshold", millis(policy.waiting().answerThreshold()))
              .put("short-abandon", millis(policy.waiting().shortAbandon()))
              .put("lateness", FOR_EVER)
              .put("minute-retention", FOR_EVER)
              .put("hour-retention", FOR_EVER);
          ObjectNode gaps = version.putObject("gaps");
          gaps.put("default", policy.gaps().otherwise().toString());
          gaps.put("longest", policy.gaps().longest().toString());
          for (Channel channel : Channel.values()) {
            Duration gap =
                policy.gaps().byChannel().getOrDefault(channel, policy.gaps().otherwise());
            gaps.put(id(channel), gap.toString());
          }
          policy.slices().forEach(slice -> version.withArray("slices").add(slice.id()));
        });
    return file.toPrettyString();
  }

  private static String millis(long millis) {
    return Duration.ofMillis(millis).toString();
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
