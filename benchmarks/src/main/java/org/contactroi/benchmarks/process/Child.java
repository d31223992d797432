package org.contactroi.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process started here. What it prints is kept in its log, and can be awaited. */
public final class Child implements AutoCloseable {

  private static final Duration TO_END = Duration.ofSeconds(30);
  private static final int LINES_OF_FAILURE = 15;

  private final String name;
  private final Process process;
  private final Path log;
  private final PrintStream input;
  private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

  Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "output-of-" + name);
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        lines.add(line);
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      // The process was ended; nobody waits for its lines any more.
      return;
    }
  }

  /** Its id. */
  public long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a line to its input. */
  public void tell(String line) {
    input.println(line);
  }

  /**
   * Waits for a line that begins with a word, and returns what follows it.
   *
   * @throws IllegalStateException with the end of its log if it ends before, or takes too long
   */
  public String await(String word, Duration patience) throws InterruptedException {
    long last = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < last) {
      Optional<String> line = Optional.ofNullable(lines.poll(20, TimeUnit.MILLISECONDS));
      if (line.isPresent() && line.get().startsWith(word)) {
        return line.get().substring(word.length()).strip();
      }
      if (line.isEmpty()) {
        requireAlive();
      }
    }
    throw new IllegalStateException(
        "%s has not said '%s' within %s%s".formatted(name, word, patience, endOfLog()));
  }

  /** Whether it ends within a time. */
  public boolean hasEndedWithin(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException with the end of its log if its exit code is not 0
   */
  public void awaitEnd() throws InterruptedException {
    int code = process.waitFor();
    if (code != 0) {
      throw new IllegalStateException(
          "%s ended with exit code %d%s".formatted(name, code, endOfLog()));
    }
  }

  /**
   * Checks that it runs.
   *
   * @throws IllegalStateException with the end of its log if it does not
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "%s has ended with exit code %d%s".formatted(name, process.exitValue(), endOfLog()));
    }
  }

  private String endOfLog() {
    try {
      List<String> all = Files.exists(log) ? Files.readAllLines(log) : List.of();
      List<String> last = all.subList(Math.max(0, all.size() - LINES_OF_FAILURE), all.size());
      return "; the end of " + log + ":\n" + String.join("\n", last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, and ends it when it does not within half a minute. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
