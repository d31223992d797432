package org.contactroi.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.contactroi.benchmarks.topic.Traffic;
import org.contactroi.local.EmbeddedRegistry;
import org.contactroi.local.LocalStack;
import org.contactroi.local.StackSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Broker and registry in a process of their own, until its input ends. To every line of its input
 * it says what has been written to its topics.
 */
@Command(name = "broker", hidden = true)
final class BrokerCommand implements Callable<Integer> {

  /** What begins the line of the addresses. */
  static final String READY = "ready ";

  /** What begins an answer. */
  static final String TRAFFIC = "traffic ";

  @Option(names = "--data", required = true)
  private Path data = Path.of("");

  @Override
  public Integer call() throws IOException {
    PrintStream out = System.out;
    StackSettings settings =
        new StackSettings(Optional.of(data), 0, 0, EmbeddedRegistry.installedHome(), false);
    LocalStack stack = LocalStack.open(settings, System.err);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
    stack.start();
    out.println(READY + stack.bootstrapServers() + " " + stack.registryUrl());
    BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (questions.readLine() != null) {
      out.println(TRAFFIC + Traffic.ofThisProcess().line());
    }
    return 0;
  }
}
