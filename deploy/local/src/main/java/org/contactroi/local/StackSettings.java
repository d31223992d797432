package org.contactroi.local;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a local stack is started with.
 *
 * @param data the folder to keep and resume; empty for a temporary one
 * @param brokerPort the broker's port; 0 for the one used before or any free one
 * @param registryPort the registry's port; 0 likewise
 * @param standardPorts whether the ports that commands have as defaults are taken when they are
 *     free and no others were used before
 */
public record StackSettings(
    Optional<Path> data,
    int brokerPort,
    int registryPort,
    Path registryHome,
    boolean standardPorts) {

  /** A temporary stack on free ports, with the registry that the build unpacked. */
  public static StackSettings temporary() {
    return new StackSettings(Optional.empty(), 0, 0, EmbeddedRegistry.installedHome(), false);
  }

  /** The same over a folder that is kept. */
  public StackSettings withData(Path folder) {
    return new StackSettings(
        Optional.of(folder), brokerPort, registryPort, registryHome, standardPorts);
  }
}
