package org.contactroi.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads the processor time of a process from {@code /proc}. Compilers come and go with their work:
 * of a thread that has ended the last time counts that was seen, so it has to be read often.
 */
public final class CpuMeter {

  private final Path process;
  private final Map<String, ThreadStat> threads = new HashMap<>();

  /** Of the process of an id. */
  public CpuMeter(long pid) {
    process = Path.of("/proc", Long.toString(pid));
  }

  /** Since the process has begun. */
  public synchronized CpuTime read() {
    try {
      readThreads();
      long total = ThreadStat.parse(Files.readString(process.resolve("stat"))).ticks();
      return new CpuTime(
          total / ThreadStat.TICKS_PER_SECOND,
          seconds(ThreadStat::isCompiler),
          seconds(ThreadStat::isCollector));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readThreads() throws IOException {
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path task : tasks) {
        readThread(task);
      }
    }
  }

  private void readThread(Path task) {
    try {
      ThreadStat stat = ThreadStat.parse(Files.readString(task.resolve("stat")));
      threads.put(task.getFileName().toString(), stat);
    } catch (IOException e) {
      // It has ended since the folder was listed; what was seen of it stays.
      return;
    }
  }

  private double seconds(Predicate<ThreadStat> which) {
    long ticks = threads.values().stream().filter(which).mapToLong(ThreadStat::ticks).sum();
    return ticks / ThreadStat.TICKS_PER_SECOND;
  }
}
