package org.contactroi.benchmarks;

import java.io.PrintStream;

/** Tells what is being done, a line each. */
final class Progress {

  private final PrintStream to;
  private final long begin = System.nanoTime();

  Progress(PrintStream to) {
    this.to = to;
  }

  void tell(String line) {
    double seconds = (System.nanoTime() - begin) / 1e9;
    to.printf("%6.1f s  %s%n", seconds, line);
    to.flush();
  }
}
