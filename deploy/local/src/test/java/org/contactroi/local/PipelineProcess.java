package org.contactroi.local;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.pipeline.Pipeline;

/** A pipeline in a process of its own, which can be killed. */
final class PipelineProcess {

  private PipelineProcess() {}

  /** Runs a pipeline; the argument is the properties file of its configuration. */
  public static void main(String[] arguments) throws InterruptedException {
    Optional<Path> file = Optional.of(Path.of(arguments[0]));
    try (Pipeline pipeline = new Pipeline(AppConfig.load(file, Map.of(), Map.of()))) {
      pipeline.start();
      pipeline.awaitEnd();
    }
  }

  /** Starts one under these keys. */
  static Process start(Map<String, String> keys) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            PipelineProcess.class.getName(),
            written(keys).toString());
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Beside the state. A file holds any character, arguments only those of the locale. */
  private static Path written(Map<String, String> keys) throws IOException {
    Properties properties = new Properties();
    properties.putAll(keys);
    Path file = Path.of(keys.get("state.dir") + ".properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }
}
