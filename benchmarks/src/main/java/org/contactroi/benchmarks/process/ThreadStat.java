package org.contactroi.benchmarks.process;

import java.util.List;

/**
 * What a line of {@code /proc/PID/stat} or {@code /proc/PID/task/TID/stat} says.
 *
 * @param name the thread's, cut to 15 characters by the system
 * @param ticks processor time in user and system mode, hundredths of a second
 */
record ThreadStat(String name, long ticks) {

  /** Linux counts in these whatever the kernel's own clock is. */
  static final double TICKS_PER_SECOND = 100;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private static final List<String> COMPILERS = List.of("C1 Compiler", "C2 Compiler");
  private static final List<String> COLLECTORS = List.of("GC Thread", "ParGC", "G1 ", "ZWorker");

  /**
   * Reads a line; the name stands in parentheses and may hold any character.
   *
   * @throws IllegalArgumentException if it is no such line
   */
  static ThreadStat parse(String line) {
    int open = line.indexOf('(');
    int close = line.lastIndexOf(')');
    if (open < 0 || close < open) {
      throw new IllegalArgumentException("no line of /proc/PID/stat: '" + line + "'");
    }
    String[] fields = line.substring(close + 2).split(" ", SYSTEM_TICKS + 2);
    if (fields.length <= SYSTEM_TICKS) {
      throw new IllegalArgumentException("no line of /proc/PID/stat: '" + line + "'");
    }
    long ticks = Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    return new ThreadStat(line.substring(open + 1, close), ticks);
  }

  boolean isCompiler() {
    return COMPILERS.stream().anyMatch(name::startsWith);
  }

  boolean isCollector() {
    return COLLECTORS.stream().anyMatch(name::startsWith);
  }
}
