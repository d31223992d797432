package org.contactroi.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes that are started here, and that end with this one. */
public final class Children implements AutoCloseable {

  private final Path logs;
  private final List<Child> started = new ArrayList<>();

  /**
   * None yet.
   *
   * @param logs folder of what they print
   */
  public Children(Path logs) {
    this.logs = logs;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end-children"));
  }

  /**
   * Starts one.
   *
   * @param name of its log
   * @param command program and arguments
   * @param environment further variables
   */
  public Child start(String name, List<String> command, Map<String, String> environment) {
    Path log = logs.resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    try {
      Child child = new Child(name, builder.start(), log);
      synchronized (this) {
        started.removeIf(each -> !each.isAlive());
        started.add(child);
      }
      return child;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.get(0), e);
    }
  }

  /** Ends those that still run, the last first. */
  @Override
  public synchronized void close() {
    for (int i = started.size() - 1; i >= 0; i--) {
      started.get(i).close();
    }
    started.clear();
  }
}
