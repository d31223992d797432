package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real schema registry (Apicurio) as a child process. Schemas and ids are on disk before an
 * answer is given, so they survive kill -9 of the registry or of this process.
 */
public final class EmbeddedRegistry implements Component {
  /** The component's name. */
  public static final String NAME = "registry";

  /** System property with the folder of the unpacked registry. */
  public static final String HOME_PROPERTY = "contact-roi.registry-home";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

  private final Path home;
  private final Path folder;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();
  private @Nullable Process process;

  /** Its database, log and pid file are in the folder. */
  public EmbeddedRegistry(Path home, Path folder, int port) {
    this.home = home;
    this.folder = folder;
    this.port = port;
  }

  /**
   * The registry that the build unpacked.
   *
   * @throws SetupException if {@link #HOME_PROPERTY} does not name it
   */
  public static Path installedHome() {
    String home = System.getProperty(HOME_PROPERTY, "");
    if (home.isEmpty() || !Files.isDirectory(Path.of(home))) {
      throw new SetupException(
          "no registry at '%s' (system property %s); start through the contact-roi launcher"
              .formatted(home, HOME_PROPERTY));
    }
    return Path.of(home).toAbsolutePath();
  }

  /** Ends a registry that a killed process left running over this folder. */
  static void endLeftOver(Path folder) {
    RegistryProcess.endRecorded(folder);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The base address of the Confluent-compatible API, for {@code schema.registry.url}. */
  public String url() {
    return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
  }

  /** Starts the process; {@link #start} waits until it answers. */
  @Override
  public synchronized void prepare() {
    if (process != null && process.isAlive()) {
      return;
    }
    endLeftOver(folder);
    ProcessBuilder builder = new ProcessBuilder(command());
    // Settings meant for another registry must not reach this one.
    builder.environment().keySet().removeIf(EmbeddedRegistry::isRegistrySetting);
    builder.directory(folder.toFile()).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
    try {
      Process started = builder.start();
      process = started;
      RegistryProcess.record(folder, started.pid());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the registry", e);
    }
  }

  @Override
  public synchronized String start() {
    prepare();
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers()) {
      if (process == null || !process.isAlive()) {
        throw new SetupException("the registry ended before it was ready; see " + logFile());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new SetupException(
            "the registry is not ready after " + START_LIMIT.toSeconds() + " s; see " + logFile());
      }
      pause();
    }
    return url();
  }

  /** Processor time of the process so far; zero if it does not run. */
  synchronized Duration cpuTime() {
    return process == null
        ? Duration.ZERO
        : process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends the registry as kill -9 does; {@link #start} brings it back. */
  public synchronized void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
      process = null;
    }
  }

  @Override
  public synchronized void close() {
    if (process != null) {
      RegistryProcess.end(process.toHandle());
      endLeftOver(folder);
      process = null;
    }
  }

  private List<String> command() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return List.of(
        "/bin/sh",
        "-c",
        RegistryProcess.SCRIPT,
        "sh",
        java.toString(),
        RegistryProcess.mark(folder),
        "-Xmx160m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dquarkus.http.host=127.0.0.1",
        "-Dquarkus.http.port=" + port,
        // Relative to the process's folder: the folder's own name may hold what H2 takes as syntax.
        "-Dquarkus.datasource.jdbc.url=jdbc:h2:file:./schemas;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        "-jar",
        runner().toString());
  }

  private Path runner() {
    try (var jars = Files.newDirectoryStream(home, "*-runner.jar")) {
      for (Path jar : jars) {
        return jar;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new SetupException("no registry in " + home + "; build again with ./contact-roi build");
  }

  private Path logFile() {
    return folder.resolve("registry.log");
  }

  private boolean answers() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/subjects"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_INTERVAL.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted while the registry was starting");
  }

  private static boolean isRegistrySetting(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("REGISTRY_");
  }
}
