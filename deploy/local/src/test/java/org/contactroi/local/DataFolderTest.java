package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  /** As when a stack closes while another one starts and takes its folder for left over. */
  @Test
  void twoMayRemoveTheSameFolderAtOnce(@TempDir Path parent) throws Exception {
    Path folder = filled(parent.resolve("stack"));
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      Callable<Void> removal =
          () -> {
            DataFolder.delete(folder);
            return null;
          };
      for (Future<Void> done : two.invokeAll(List.of(removal, removal))) {
        done.get();
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(folder).doesNotExist();
  }

  private static Path filled(Path folder) throws IOException {
    for (int topic = 0; topic < 200; topic++) {
      Path partition = Files.createDirectories(folder.resolve("broker/log/topic-" + topic));
      for (int segment = 0; segment < 10; segment++) {
        Files.createFile(partition.resolve(segment + ".log"));
      }
    }
    return folder;
  }
}
