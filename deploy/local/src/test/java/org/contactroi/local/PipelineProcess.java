package org.contactroi.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contactroi.app.AppConfig;
import org.contactroi.app.Pipeline;

/** A pipeline in a process of its own, which can be killed. */
final class PipelineProcess {

  private PipelineProcess() {}

  /** Runs a pipeline; each argument is {@code key=value} of its configuration. */
  public static void main(String[] arguments) throws InterruptedException {
    Map<String, String> keys = new HashMap<>();
    for (String argument : arguments) {
      String[] parts = argument.split("=", 2);
      keys.put(parts[0], parts[1]);
    }
    try (Pipeline pipeline = new Pipeline(AppConfig.of(keys))) {
      pipeline.start();
      pipeline.awaitEnd();
    }
  }

  static Process start(Map<String, String> keys) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PipelineProcess.class.getName()));
    keys.forEach((key, value) -> command.add(key + "=" + value));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
