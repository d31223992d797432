package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
    TestPipelines pipelines = new TestPipelines(stack);
    Map<String, String> further = new HashMap<>(IMPATIENT);
    further.put("serve.data.dir", stack.folderOf("serve-" + name).toString());
    Map<String, String> keys = pipelines.keys(name, further);
    AppConfig live = pipelines.prepared(name, further);
    Properties file = new Properties();
    file.putAll(keys);
    file.put("kafka.streams.max.task.idle.ms", "1000");
    Path properties = stack.folder().resolve(name + ".properties");
    try (OutputStream out = Files.newOutputStream(properties)) {
      file.store(out, null);
    }
    ScenarioRun run = new ScenarioRun(stack, Scenarios.of("retail-ai-rollout"), days, "100/d");
    run.state(live);
    run.simulate(live, 3);
    try (Pipeline pipeline = TestPipelines.running(live)) {
      new Outputs(live).awaitDrained();
      assertThat(pipeline.isRunning()).isTrue();
    }
    return new CountedCenter(stack, live, properties);
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
