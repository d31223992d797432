package org.contactroi.app.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.contactroi.app.config.StreamsSettings;

/**
 * The stores of an application on this machine.
 *
 * @param folder of the application, which may not be there
 */
public record LocalState(Path folder) {

  /** That of a configuration. */
  public static LocalState of(StreamsSettings settings) {
    return new LocalState(settings.stateDir().resolve(settings.applicationId()));
  }

  public boolean exists() {
    return Files.exists(folder);
  }

  /** Deletes the folder, if it is there. */
  public void delete() throws IOException {
    if (!exists()) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
