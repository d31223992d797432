package org.contactroi.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Memory of a process. */
public final class Memory {

  private static final String PEAK = "VmHWM:";
  private static final long KIB = 1024;

  private Memory() {}

  /** The most that was resident at one time, bytes. */
  public static long peak(long pid) {
    try {
      return peak(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same from the lines of {@code /proc/PID/status}. */
  static long peak(List<String> status) {
    return status.stream()
            .filter(line -> line.startsWith(PEAK))
            .map(line -> line.substring(PEAK.length()).replace("kB", "").strip())
            .mapToLong(Long::parseLong)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no line " + PEAK))
        * KIB;
  }
}
