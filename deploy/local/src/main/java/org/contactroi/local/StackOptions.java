package org.contactroi.local;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that start the local stack. */
public final class StackOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that is kept and resumed (default: a temporary one, removed at the end).")
  private @Nullable Path data;

  @Option(
      names = "--broker-port",
      paramLabel = "PORT",
      description = "Port of the broker on 127.0.0.1 (default: as before, 9092, or any free one).")
  private int brokerPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      description =
          "Port of the schema registry on 127.0.0.1 (default: as before, 8085, or any free one).")
  private int registryPort;

  /**
   * What the options say.
   *
   * @throws SetupException if no registry is installed
   */
  public StackSettings settings() {
    return new StackSettings(
        Optional.ofNullable(data),
        brokerPort,
        registryPort,
        EmbeddedRegistry.installedHome(),
        true);
  }
}
