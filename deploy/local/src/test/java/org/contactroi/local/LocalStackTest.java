package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
  @TempDir Path temporary;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  private Path data() {
    return temporary.resolve("data; of=a stack");
  }

  private LocalStack open(Path data) {
    return LocalStack.open(
        StackSettings.temporary().withData(data),
        new PrintStream(screen, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void endWhatAFailedTestLeft() {
    EmbeddedRegistry.endLeftOver(data().resolve(EmbeddedRegistry.NAME));
  }

  @Test
  void aRestartOnTheSameDataKeepsRecordsSchemaIdsAndAddresses() throws Exception {
    String first;
    String broker;
    String registry;
    try (LocalStack stack = open(data())) {
      stack.start();
      StackProbe probe = StackProbe.of(stack);
      probe.createTopic("events");
      probe.write("events", "committed", true);
      probe.write("events", "aborted", false);
      first = probe.register("events-value", "a");
      broker = stack.bootstrapServers();
      registry = stack.registryUrl();
    }

    try (LocalStack stack = open(data())) {
      stack.start();

      StackProbe probe = StackProbe.of(stack);
      probe.write("events", "after the restart", true);
      assertThat(probe.committed("events")).containsExactly("committed", "after the restart");
      assertThat(probe.register("events-value", "a")).isEqualTo(first).contains("\"id\":");
      assertThat(stack.bootstrapServers()).isEqualTo(broker);
      assertThat(stack.registryUrl()).isEqualTo(registry);
      theRegistryKeepsIdsWhenKilled(stack, probe, first);
      aSecondStackOnTheSameFolderIsRefused();
    }
    assertThat(screen.toString(StandardCharsets.UTF_8).lines())
        .hasSize(4)
        .element(0)
        .asString()
        .matches("broker +127\\.0\\.0\\.1:[0-9]+ +[0-9.]+ s");
  }

  private void theRegistryKeepsIdsWhenKilled(LocalStack stack, StackProbe probe, String first)
      throws Exception {
    String second = probe.register("other-value", "b");
    stack.registry().kill();
    assertThatThrownBy(() -> probe.register("events-value", "a")).isInstanceOf(IOException.class);
    stack.registry().start();

    assertThat(probe.register("events-value", "a")).isEqualTo(first);
    assertThat(probe.register("other-value", "b")).isEqualTo(second).isNotEqualTo(first);
  }

  private void aSecondStackOnTheSameFolderIsRefused() {
    assertThatThrownBy(() -> open(data()))
        .isInstanceOf(SetupException.class)
        .hasMessage(
            data()
                + " is in use by another process;"
                + " stop it or choose another folder with --data");
  }

  @Test
  void aTakenPortIsNamedWithItsOption() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      StackSettings settings =
          new StackSettings(Optional.of(data()), port, 0, EmbeddedRegistry.installedHome(), false);

      assertThatThrownBy(() -> LocalStack.open(settings, System.out))
          .isInstanceOf(SetupException.class)
          .hasMessage(
              "port %d (broker) is taken; stop what listens there or choose another with --broker-port",
              port);
    }
    // The folder was released: the next try gets it.
    open(data()).close();
  }

  @Test
  void aTemporaryFolderIsRemovedAtTheEnd() {
    LocalStack stack = LocalStack.open(StackSettings.temporary(), System.out);
    assertThat(stack.folder()).isDirectory();

    stack.close();

    assertThat(stack.folder()).doesNotExist();
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndUntouched() throws IOException {
    Path letter = Files.writeString(temporary.resolve("letter.txt"), "Dear reader");

    assertThatThrownBy(() -> open(temporary))
        .isInstanceOf(SetupException.class)
        .hasMessageContaining("choose an empty or new folder with --data");
    assertThat(temporary.toFile().list()).containsExactly(letter.getFileName().toString());
  }

  @Test
  void tooLittleDiskIsRefusedWithBothFigures() {
    assertThatThrownBy(() -> DataFolder.keep(data(), Long.MAX_VALUE))
        .isInstanceOf(SetupException.class)
        .hasMessageMatching("only [0-9]+ MiB are free at .* and 8796093022207 MiB are needed; .*");
  }
}
