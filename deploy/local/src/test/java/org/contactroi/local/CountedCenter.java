package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.simulator.scenario.file.Scenarios;

/**
 * A center that has been counted live, with its faults, and the commands that people use then.
 *
 * @param properties the file that says where all of it is
 */
record CountedCenter(LocalStack stack, AppConfig live, Path properties) {

  /** What a command has said. */
  record Result(int exit, String out, String err) {

    @Override
    public String toString() {
      return "exit " + exit + "\n" + out + err;
    }
  }

  /** A killed process is out of its group soon, and what erasures there are is read in a moment. */
  private static final Map<String, String> IMPATIENT =
      Map.of(
          "kafka.streams.consumer.session.timeout.ms", "6000",
          "kafka.streams.consumer.heartbeat.interval.ms", "1000",
          "kafka.producer.transaction.timeout.ms", "10000",
          "metrics.port", "0",
          "serve.port", "0");

  /** Counts some days of a scenario. */
  static CountedCenter of(LocalStack stack, String name, ScenarioRun.Days days) throws Exception {
    return of(stack, name, days, 0);
  }

  /** The same, killed some times at random moments. */
  static CountedCenter of(LocalStack stack, String name, ScenarioRun.Days days, int kills)
      throws Exception {
    Map<String, String> further = new HashMap<>(IMPATIENT);
    further.put("serve.data.dir", stack.folderOf("serve-" + name).toString());
    CountedCenter center = prepared(stack, name, further);
    ScenarioRun run = new ScenarioRun(stack, Scenarios.of("retail-ai-rollout"), days, "100/d");
    run.state(center.live);
    run.simulate(center.live, 3);
    center.kill(kills, 3_000, "run");
    center.count();
    return center;
  }

  /** One whose topics are made, and of which nothing has happened yet. */
  static CountedCenter prepared(LocalStack stack, String name, Map<String, String> further)
      throws Exception {
    TestPipelines pipelines = new TestPipelines(stack);
    Map<String, String> keys = pipelines.keys(name, further);
    AppConfig live = pipelines.prepared(name, further);
    Properties file = new Properties();
    file.putAll(keys);
    file.put("kafka.streams.max.task.idle.ms", "1000");
    Path properties = stack.folder().resolve(name + ".properties");
    try (OutputStream out = Files.newOutputStream(properties)) {
      file.store(out, null);
    }
    return new CountedCenter(stack, live, properties);
  }

  /** Counts all that has been published. */
  void count() throws Exception {
    try (Pipeline pipeline = TestPipelines.running(live)) {
      new Outputs(live).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }
  }

  /** Starts a command and kills it, again and again, at a random moment of some seconds. */
  void kill(int times, int afterMs, String... command) throws Exception {
    Random random = new Random(times);
    for (int kill = 0; kill < times; kill++) {
      Process process = start(command);
      process.waitFor(afterMs + random.nextInt(10_000), TimeUnit.MILLISECONDS);
      process.destroyForcibly().onExit().join();
    }
  }

  /** Runs a command. */
  Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(line(arguments).toArray(String[]::new));
    return new Result(exit, out.toString(), err.toString());
  }

  /** Runs a command as a process that can be killed. */
  Process start(String... arguments) throws IOException {
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
        .redirectOutput(
            ProcessBuilder.Redirect.appendTo(stack.folder().resolve("start.log").toFile()))
        .start();
  }

  private List<String> line(String... arguments) {
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.add("--properties=" + properties);
    return line;
  }

  /** A file in which an agent's hour costs one more, and an investment is taken back. */
  Path otherMoney() throws IOException {
    String all = Files.readString(stack.folder().resolve("retail-ai-rollout-reference.yaml"));
    return Files.writeString(
        stack.folder().resolve("other-money.yaml"),
        "rates:\n"
            + line(all, "id: agent-regular,").replace("amount: 21.4,", "amount: 22.4,")
            + "ledger:\n"
            + line(all, "id: answers-written,")
                .replace(
                    "id: answers-written,",
                    "id: answers-taken-back, reverses-entry-id: answers-written,"));
  }

  /** The amount of the investment that is taken back. */
  BigDecimal takenBack() throws IOException {
    String all = Files.readString(stack.folder().resolve("retail-ai-rollout-reference.yaml"));
    String entry = line(all, "id: answers-written,");
    String amount = entry.substring(entry.indexOf("amount: ") + "amount: ".length());
    return new BigDecimal(amount.substring(0, amount.indexOf(',')));
  }

  private static String line(String all, String holding) {
    return all.lines().filter(line -> line.contains(holding)).findFirst().orElseThrow() + "\n";
  }

  /** A file of the policies as published, but that repeats are looked for in three days. */
  Path threeDays() throws IOException {
    String all = Files.readString(stack.folder().resolve("retail-ai-rollout-reference.yaml"));
    int begin = all.indexOf("policies:");
    String published = all.substring(begin, all.indexOf("\n\n", begin)) + "\n";
    assertThat(published).contains("repeat-window: PT168H");
    return Files.writeString(
        stack.folder().resolve("three-days.yaml"),
        published.replace("repeat-window: PT168H", "repeat-window: PT72H"));
  }
}
