package org.contactroi.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;
import org.contactroi.app.topics.TopicsCommand;
import org.contactroi.simulator.playback.PlaybackCommand;
import picocli.CommandLine;

/** Pipelines over one stack, each with a topic prefix and an application id of its own. */
final class TestPipelines {

  /** Begins the name of the folder with the state of a pipeline. */
  static final String STATE = "state-";

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final LocalStack stack;

  TestPipelines(LocalStack stack) {
    this.stack = stack;
  }

  /** The configuration of a pipeline, with further keys. */
  Map<String, String> keys(String name, Map<String, String> further) {
    Map<String, String> keys = new HashMap<>(further);
    keys.put("application.id", name);
    keys.put("topic.prefix", name + ".");
    keys.putIfAbsent("topic.partitions", "2");
    keys.put("bootstrap.servers", stack.bootstrapServers());
    keys.put("schema.registry.url", stack.registryUrl());
    keys.put("state.dir", stack.folderOf(STATE + name).toString());
    return keys;
  }

  /** The same, with topics and schemas made. */
  AppConfig prepared(String name, Map<String, String> further) {
    AppConfig config = AppConfig.of(keys(name, further));
    TopicsCommand.provision(config);
    TopicsCommand.register(config);
    return config;
  }

  /** A pipeline that runs. */
  static Pipeline running(AppConfig config) throws InterruptedException {
    Pipeline pipeline = new Pipeline(config);
    try {
      pipeline.start();
      pipeline.awaitRunning(START_LIMIT);
      return pipeline;
    } catch (IllegalStateException e) {
      // One that starts after all would take the machine from the tests that follow.
      pipeline.close();
      throw e;
    }
  }

  /** Plays a recorded file into the input of a pipeline. */
  void play(AppConfig config, String tenant, String order, Path file) {
    StringWriter err = new StringWriter();
    int exit =
        new CommandLine(new PlaybackCommand())
            .setErr(new PrintWriter(err))
            .execute(arguments(config, tenant, order, file).toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError("playback of " + tenant + " ended with " + exit + ": " + err);
    }
  }

  private List<String> arguments(AppConfig config, String tenant, String order, Path file) {
    return List.of(
        "--format=recorded-calls",
        "--tenant=" + tenant,
        "--order=" + order,
        "--bootstrap=" + stack.bootstrapServers(),
        "--registry=" + stack.registryUrl(),
        "--topic-prefix=" + config.topics().names().prefix(),
        file.toString());
  }
}
