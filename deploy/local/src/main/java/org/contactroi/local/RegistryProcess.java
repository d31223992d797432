package org.contactroi.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A registry's process as its pid file knows it. A process counts as ours only if its command line
 * names the registry's folder: a pid may belong to something else by now.
 */
final class RegistryProcess {
  private static final Duration GRACE = Duration.ofSeconds(5);

  /**
   * Runs its arguments in place of the shell. Ctrl-C in a terminal reaches this child too; it must
   * outlive the components that use it. It does not outlive the process that started it, however
   * that ends.
   */
  static final String SCRIPT =
      "trap '' INT HUP;"
          + " (while kill -0 $$; do kill -0 $PPID || kill $$; sleep 1; done)"
          + " </dev/null >/dev/null 2>&1 & exec \"$@\"";

  private RegistryProcess() {}

  /** The argument that marks the process of the registry in a folder. */
  static String mark(Path folder) {
    return "-Dcontact-roi.registry=" + folder;
  }

  static void record(Path folder, long pid) {
    try {
      Files.writeString(pidFile(folder), Long.toString(pid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process that the folder's pid file names, if it still runs and is ours. */
  static void endRecorded(Path folder) {
    find(folder).ifPresent(RegistryProcess::end);
    try {
      Files.deleteIfExists(pidFile(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks a process to end, and ends it by force when it has not within the grace time. */
  static void end(ProcessHandle process) {
    process.destroy();
    if (!hasEnded(process)) {
      process.destroyForcibly();
      hasEnded(process);
    }
  }

  private static boolean hasEnded(ProcessHandle process) {
    try {
      process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<ProcessHandle> find(Path folder) {
    String mark = mark(folder) + " ";
    return recordedPid(folder)
        .flatMap(ProcessHandle::of)
        .filter(process -> process.info().commandLine().orElse("").contains(mark));
  }

  private static Optional<Long> recordedPid(Path folder) {
    Path file = pidFile(folder);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip())
          .filter(text -> text.matches("[0-9]{1,18}"))
          .map(Long::valueOf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path pidFile(Path folder) {
    return folder.resolve("pid");
  }
}
