package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.api.OnDemand;
import org.contactroi.app.config.AppConfig;
import org.contactroi.local.CountedCenter.Result;
import org.contactroi.serve.access.Grant;
import org.contactroi.serve.http.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What engineers ask of a replay, by the commands they use. */
@Tag("long")
@ExtendWith(SharedStack.class)
class ReplayCommandTest {

  private static final ScenarioRun.Days DAYS = new ScenarioRun.Days(LocalDate.of(2026, 1, 5), 24);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KILLS = 3;

  private static @Nullable CountedCenter counted;

  @BeforeAll
  static void count(LocalStack stack) throws Exception {
    counted = CountedCenter.of(stack, "counted", DAYS);
    assertThat(new Outputs(live()).records(live().topics().names().rejects())).isNotEmpty();
  }

  private static CountedCenter center() {
    return Objects.requireNonNull(counted);
  }

  private static AppConfig live() {
    return center().live();
  }

  private static Result run(String... arguments) {
    return center().run(arguments);
  }

  @Test
  void nothingChangedIsEqualHoweverOftenItIsKilled() throws Exception {
    Random random = new Random(15);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = center().start("replay", "start", "again", "--json");
      process.waitFor(5_000 + random.nextInt(10_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().onExit().join();
    }

    Result finished = run("replay", "start", "again");
    assertThat(finished.exit()).as(finished.toString()).isZero();
    assertThat(finished.out()).contains("replay 'again', ", ": it is counted", "100 %");

    Result equal = run("replay", "compare", "again");
    assertThat(equal.exit()).as(equal.toString()).isZero();
    assertThat(equal.out()).startsWith("equal: ").contains(" windows, ").contains(" statements");
    assertThat(bodies(live().replay("again", 1)))
        .isEqualTo(bodies(live()))
        .hasSizeGreaterThan(2_000);
    assertThat(run("replay", "start", "again").out()).contains("was counted already");
    assertThat(run("replay", "list").out()).contains("again", "finished", "100 %", "as published");
    assertThat(asked("/v1/replays"))
        .isEqualTo(JSON.readTree(run("replay", "list", "--json").out()));
    assertThat(run("replay", "delete", "again").out()).contains("deleted replay 'again'");
    assertThat(topics(live())).noneMatch(topic -> topic.contains("replay"));
    assertThat(run("replay", "list").out()).contains("no replays");
    assertThat(run("replay", "compare", "again").err()).contains("there is no replay 'again'");
  }

  @Test
  void anotherRepeatWindowMovesRepeatsAndTheReturnAndNothingThatItDoesNotTouch() throws Exception {
    Path policy = center().threeDays();

    Result started =
        run("replay", "start", "three_days", "--reference", policy.toString(), "--json");
    assertThat(started.exit()).as(started.toString()).isZero();

    Result other = run("replay", "compare", "three_days", "--json");
    assertThat(other.exit()).as(other.toString()).isEqualTo(1);
    JsonNode document = JSON.readTree(other.out());
    assertThat(document.findValuesAsText("family"))
        .contains("first-contact-resolution")
        .doesNotContain("handle-time", "service-level", "occupancy", "abandonment");
    JsonNode sum = document.path("sums").path(0);
    assertThat(sum.path("value").asText()).isEqualTo("all");
    JsonNode repeats = figure(sum, "repeat_rate");
    assertThat(repeats.path("second").path("numerator").asLong())
        .isLessThan(repeats.path("first").path("numerator").asLong())
        .isEqualTo(kpi(live().replay("three_days", 1), "repeat_rate"));
    assertThat(repeats.path("first").path("numerator").asLong())
        .isEqualTo(kpi(live(), "repeat_rate"));
    assertThat(document.path("outcome").path("statements_differing").asInt()).isPositive();

    Result text = run("replay", "compare", "three_days");
    assertThat(text.out()).contains("repeat_rate", "points", "net value B - C", "by month");
    assertThat(run("replay", "compare", "three_days", "--family", "handle-time").out())
        .startsWith("equal: ");
    assertThat(run("replay", "start", "three_days", "--tenant", "demo").err())
        .contains("has begun with other tenants");
  }

  /** Totals of hours and days as bytes; minutes are those that were recent when they were read. */
  private static Map<String, String> bodies(AppConfig config) {
    Map<String, String> bodies = new TreeMap<>();
    new Outputs(config)
        .totalsBodies()
        .forEach((key, body) -> bodies.put(key, new String(body, StandardCharsets.ISO_8859_1)));
    bodies.keySet().removeIf(key -> key.contains("/quarter/"));
    return bodies;
  }

  private static JsonNode asked(String path) throws Exception {
    Request request = new Request(path, Map.of(), null, Map.of(), Grant.EVERYTHING);
    return JSON.readTree(
        Objects.requireNonNull(OnDemand.routes(live(), live()).get(path)).answer(request).body());
  }

  private static long kpi(AppConfig run, String figure) throws IOException {
    Result kpis =
        run("kpis", "--tenant=demo", "--json", "--topic-prefix=" + run.topics().names().prefix());
    for (JsonNode family : JSON.readTree(kpis.out()).path("kpis")) {
      JsonNode found = family.path("figures").path(figure);
      if (!found.isMissingNode()) {
        return found.path("numerator").asLong();
      }
    }
    throw new AssertionError(figure + " is not in " + kpis);
  }

  private static JsonNode figure(JsonNode sum, String name) {
    for (JsonNode figure : sum.path("figures")) {
      if (figure.path("figure").asText().equals(name)) {
        return figure;
      }
    }
    throw new AssertionError(name + " is not in " + sum);
  }

  private static Set<String> topics(AppConfig config) throws Exception {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return admin.listTopics().names().get();
    }
  }
}
