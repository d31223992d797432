package org.contactroi.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The report of a tenant, written beside everything else as the command does. */
final class ReportFile {

  private static final Logger LOG = LoggerFactory.getLogger(ReportFile.class);

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Path file;
  private final List<String> command = new ArrayList<>();
  private volatile boolean isWritten;
  private volatile @Nullable Thread writing;

  /**
   * @param cluster options that name the cluster
   */
  ReportFile(Path folder, String tenant, List<String> cluster) {
    file = folder.resolve("report.html");
    command.addAll(List.of("report", "--tenant=" + tenant, "--out=" + file));
    command.addAll(cluster);
  }

  /** The page; empty before it is written. */
  Optional<Path> written() {
    return isWritten ? Optional.of(file) : Optional.empty();
  }

  /** Begins to write it. */
  void begin() {
    Thread thread = new Thread(this::write, "report");
    thread.setDaemon(true);
    writing = thread;
    thread.start();
  }

  /** Waits for it where it is being written: it needs what is about to be closed. */
  void end() {
    Thread thread = writing;
    try {
      if (thread != null) {
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    StringWriter output = new StringWriter();
    PrintWriter out = new PrintWriter(output, true);
    int exit = Main.commandLine().setOut(out).setErr(out).execute(command.toArray(String[]::new));
    isWritten = exit == 0;
    if (!isWritten) {
      LOG.warn("no report was written: {}", output);
    }
  }
}
