package org.contactroi.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.contactroi.app.config.AppConfig;
import org.contactroi.app.config.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void storesOfTheApplicationGoAndThoseOfOthersStay() throws IOException {
    Path own = Files.createDirectories(folder.resolve("roi/0_1/rocksdb"));
    Path other = Files.createDirectories(folder.resolve("roi-2/0_1/rocksdb"));
    Files.writeString(own.resolve("CURRENT"), "1");

    of("roi").delete();

    assertThat(folder.resolve("roi")).doesNotExist();
    assertThat(other).exists();
    assertThat(folder).exists();
  }

  @Test
  void whereThereIsNoneNothingIsDeleted() throws IOException {
    of("roi").delete();

    assertThat(of("roi").exists()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  private LocalState of(String applicationId) {
    return LocalState.of(
        AppConfig.of(
                Map.of(
                    Setting.APPLICATION_ID.key(),
                    applicationId,
                    Setting.STATE_DIR.key(),
                    folder.toString()))
            .streams());
  }
}
