package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.run.Pipeline;
import org.contactroi.simulator.scenario.file.Scenarios;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What engineers ask of a replay, by the commands they use. */
@Tag("long")
@ExtendWith(SharedStack.class)
class ReplayCommandTest {

  private static final ScenarioRun.Days DAYS = new ScenarioRun.Days(LocalDate.of(2026, 1, 5), 24);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KILLS = 3;

  /** A killed process is out of its group soon. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "kafka.streams.consumer.session.timeout.ms", "6000",
          "kafka.streams.consumer.heartbeat.interval.ms", "1000");

  @TempDir private static Path folder = Path.of("");
  private static AppConfig live = AppConfig.defaults();
  private static Path properties = Path.of("");

  private record Result(int exit, String out, String err) {

    @Override
    public String toString() {
      return "exit " + exit + "\n" + out + err;
    }
  }

  /** Some weeks of a center with its faults, counted live. */
  @BeforeAll
  static void count(LocalStack stack) throws Exception {
    TestPipelines pipelines = new TestPipelines(stack);
    Map<String, String> keys = pipelines.keys("counted", IMPATIENT);
    live = pipelines.prepared("counted", IMPATIENT);
    Properties file = new Properties();
    file.putAll(keys);
    // What erasures there are is read in a moment.
    file.put("kafka.streams.max.task.idle.ms", "1000");
    properties = folder.resolve("counted.properties");
    try (OutputStream out = Files.newOutputStream(properties)) {
      file.store(out, null);
    }
    ScenarioRun run = new ScenarioRun(stack, Scenarios.of("retail-ai-rollout"), DAYS, "100/d");
    run.state(live);
    run.simulate(live, 3);
    try (Pipeline pipeline = TestPipelines.running(live)) {
      new Outputs(live).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }
    assertThat(new Outputs(live).records(live.topics().names().rejects())).isNotEmpty();
  }

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line(arguments).toArray(String[]::new));
    return new Result(exit, out.toString(), err.toString());
  }

  private static List<String> line(String... arguments) {
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.add("--properties=" + properties);
    return line;
  }

  private static Path file(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  @Test
  void nothingChangedIsEqualHoweverOftenItIsKilled() throws Exception {
    Random random = new Random(15);
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start("replay", "start", "again", "--json");
      process.waitFor(5_000 + random.nextInt(10_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().onExit().join();
    }

    Result finished = run("replay", "start", "again");
    assertThat(finished.exit()).as(finished.toString()).isZero();
    assertThat(finished.out()).contains("replay 'again', ", ": it is counted", "100 %");

    Result equal = run("replay", "compare", "again");
    assertThat(equal.exit()).as(equal.toString()).isZero();
    assertThat(equal.out()).startsWith("equal: ").contains(" windows, ").contains(" statements");
    assertThat(bodies(live.replay("again", 1))).isEqualTo(bodies(live)).hasSizeGreaterThan(2_000);
    assertThat(run("replay", "start", "again").out()).contains("was counted already");
    assertThat(run("replay", "list").out()).contains("again", "finished", "100 %", "as published");
    assertThat(run("replay", "delete", "again").out()).contains("deleted replay 'again'");
    assertThat(topics(live)).noneMatch(topic -> topic.contains("replay"));
    assertThat(run("replay", "list").out()).contains("no replays");
    assertThat(run("replay", "compare", "again").err()).contains("there is no replay 'again'");
  }

  @Test
  void anotherRepeatWindowMovesRepeatsAndTheReturnAndNothingThatItDoesNotTouch(LocalStack stack)
      throws Exception {
    String published = policies(stack);
    assertThat(published).contains("repeat-window: PT168H");
    Path policy =
        file("three-days.yaml", published.replace("repeat-window: PT168H", "repeat-window: PT72H"));

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
        .isEqualTo(kpi(live.replay("three_days", 1), "repeat_rate"));
    assertThat(repeats.path("first").path("numerator").asLong())
        .isEqualTo(kpi(live, "repeat_rate"));
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

  /** The policies of the scenario, as published. */
  private static String policies(LocalStack stack) throws IOException {
    String all = Files.readString(stack.folder().resolve("retail-ai-rollout-reference.yaml"));
    int begin = all.indexOf("policies:");
    return all.substring(begin, all.indexOf("\n\n", begin)) + "\n";
  }

  private static Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(line(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("start.log").toFile())
        .start();
  }

  private static Set<String> topics(AppConfig config) throws Exception {
    try (Admin admin = Admin.create(config.kafka().admin())) {
      return admin.listTopics().names().get();
    }
  }
}
