package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessTest {
  @TempDir Path folder;

  private final Process stranger = start("sleep", "600");

  private static Process start(String... command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void endTheStranger() {
    stranger.destroyForcibly();
  }

  @Test
  void aLeftOverRegistryIsEndedByItsPidFile() {
    Process leftOver = start("sh", "-c", "sleep 600; :", "sh", RegistryProcess.mark(folder), "x");
    RegistryProcess.record(folder, leftOver.pid());

    RegistryProcess.endRecorded(folder);

    assertThat(leftOver.isAlive()).isFalse();
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void aProcessThatGotThePidOfADeadRegistryIsLeftAlone() {
    RegistryProcess.record(folder, stranger.pid());

    RegistryProcess.endRecorded(folder);

    assertThat(stranger.isAlive()).isTrue();
    assertThat(folder.resolve("pid")).doesNotExist();
  }
}
