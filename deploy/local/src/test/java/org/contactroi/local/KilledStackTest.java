package org.contactroi.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledStackTest {
  private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

  @TempDir Path data;

  @AfterEach
  void endWhatAFailedTestLeft() {
    EmbeddedRegistry.endLeftOver(data.resolve(EmbeddedRegistry.NAME));
  }

  @Test
  void aStackKilledWithoutWarningResumesWithItsRecordsAndSchemaIds() throws Exception {
    String id;
    Process killed = startInAnotherProcess();
    try {
      StackProbe probe = probe(screenUntilReady(killed));
      probe.createTopic("events");
      probe.write("events", "committed", true);
      id = probe.register("events-value", "a");
    } finally {
      killed.destroyForcibly().onExit().join();
    }

    try (LocalStack stack = LocalStack.open(StackSettings.temporary().withData(data), NOWHERE)) {
      stack.start();

      StackProbe probe = StackProbe.of(stack);
      probe.write("events", "after the kill", true);
      assertThat(probe.committed("events")).containsExactly("committed", "after the kill");
      assertThat(probe.register("events-value", "a")).isEqualTo(id);
    }
  }

  @Test
  void theRegistryOfAKilledStackEnds() throws Exception {
    Process killed = startInAnotherProcess();
    List<ProcessHandle> children;
    try {
      screenUntilReady(killed);
      children = killed.descendants().toList();
    } finally {
      killed.destroyForcibly().onExit().join();
    }

    assertThat(children).isNotEmpty();
    for (ProcessHandle child : children) {
      child.onExit().get(1, TimeUnit.MINUTES);
      assertThat(child.isAlive()).isFalse();
    }
  }

  @Test
  void aStackThatIsStoppedSaysWhatWasDone() throws Exception {
    Process stack = startInAnotherProcess();
    try {
      BufferedReader screen = stack.inputReader();
      screenUntilReady(stack);
      // Through the handle: a process that is destroyed itself loses its streams.
      stack.toHandle().destroy();

      assertThat(screen.lines())
          .containsExactly("stopped broker and registry; data is in " + data.toRealPath());
    } finally {
      stack.destroyForcibly().onExit().join();
    }
  }

  @Test
  void aFolderThatThisProcessAskedForTwiceIsStillRefusedToAnother() throws Exception {
    try (DataFolder held = DataFolder.keep(data)) {
      assertThatThrownBy(() -> DataFolder.keep(held.path())).isInstanceOf(SetupException.class);
      Process other = startInAnotherProcess();
      try {
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.exitValue()).isEqualTo(1);
      } finally {
        other.destroyForcibly().onExit().join();
      }
    }
  }

  private Process startInAnotherProcess() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-D" + EmbeddedRegistry.HOME_PROPERTY + "=" + EmbeddedRegistry.installedHome(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "stack",
            "--data",
            data.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> screenUntilReady(Process stack) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader screen = stack.inputReader();
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      lines.add(line);
      if (line.startsWith("Ctrl-C")) {
        return lines;
      }
    }
    throw new AssertionError("the stack ended while it started: " + lines);
  }

  private static StackProbe probe(List<String> lines) {
    return new StackProbe(reachedAt("broker", lines), reachedAt("registry", lines));
  }

  private static String reachedAt(String component, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(component))
        .map(line -> line.split(" +", 3)[1])
        .findFirst()
        .orElseThrow();
  }
}
