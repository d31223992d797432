package org.contactroi.benchmarks.functions;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs all benchmarks of this package, each in a process of its own. */
public final class FunctionsRun {

  private static final int WARMUPS = 5;
  private static final int MEASURED = 5;

  private FunctionsRun() {}

  /** Prints time and bytes allocated of each function. */
  public static void run() {
    Options options =
        new OptionsBuilder()
            .include("org\\.contactroi\\.benchmarks\\.functions\\..*")
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .forks(1)
            .warmupIterations(WARMUPS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(MEASURED)
            .measurementTime(TimeValue.seconds(1))
            .build();
    try {
      new Runner(options).run();
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed: " + e.getMessage(), e);
    }
  }
}
